extension Catalogue {
    /// Why a notifier did not take a message: its settings, its secret, its file, its program, the servers it asks.
    static let delivery: [String: Sentence] = [
        // The message
        "E-DELIVERY-unusable_id": Sentence(
            vi: """
                mã thông báo '{id}' không dùng được: cần từ 1 đến 200 ký tự ASCII, không có dấu cách; đây là lỗi của \
                chương trình, xin báo cho người phát triển
                """,
            en: """
                the message's id '{id}' cannot be used: it must be 1 to 200 ASCII characters without spaces; this is a \
                fault of the program, please report it
                """),
        "E-DELIVERY-line_break": Sentence(
            vi: "'{field}' có dấu xuống dòng hoặc ký tự điều khiển; hãy viết lại trên một dòng",
            en: "'{field}' has a line break or another control character; write it on one line"),
        "E-DELIVERY-not_json": Sentence(
            vi: """
                phần của thông báo dành cho máy đọc không đúng dạng JSON; đây là lỗi của chương trình, xin báo cho \
                người phát triển
                """,
            en: """
                the part of the message that machines read is not JSON; this is a fault of the program, please report \
                it
                """),
        // Settings
        "E-DELIVERY-unusable_timeout": Sentence(
            vi: """
                thời hạn {seconds:number} giây không dùng được; hãy ghi trong chiso.toml một thời hạn lớn hơn 0 và \
                không quá một giờ
                """,
            en: """
                the time limit of {seconds:second|seconds} cannot be used; give one in chiso.toml that is more than 0 \
                and no more than an hour
                """),
        "E-DELIVERY-unusable_url": Sentence(
            vi: """
                địa chỉ (URL)⟨ của {host}⟩ không dùng được⟨: {reason:reason}⟩; hãy sửa trong chiso.toml, viết như \
                https://tên-miền/đường-dẫn
                """,
            en: """
                the URL⟨ of {host}⟩ cannot be used⟨: {reason:reason}⟩; mend it in chiso.toml, written like \
                https://domain/path
                """),
        "E-DELIVERY-unusable_header": Sentence(
            vi: """
                không gửi được tiêu đề HTTP '{header}': tên hoặc giá trị viết chưa đúng, hoặc Chiso tự ghi tiêu đề \
                này; hãy sửa hoặc bỏ nó trong chiso.toml
                """,
            en: """
                the HTTP header '{header}' cannot be sent: its name or value does not fit, or Chiso writes it itself; \
                mend it in chiso.toml, or leave it out
                """),
        "E-DELIVERY-unusable_host": Sentence(
            vi: """
                máy chủ thư '{host}', cổng {port}: tên hoặc cổng không dùng được; hãy ghi trong chiso.toml tên như \
                mail.xa.gov.vn và cổng từ 1 đến 65535
                """,
            en: """
                mail server '{host}', port {port}: the name or the port cannot be used; give a name such as \
                mail.xa.gov.vn and a port from 1 to 65535 in chiso.toml
                """),
        "E-DELIVERY-unusable_address": Sentence(
            vi: """
                địa chỉ thư điện tử '{address}' (ở '{field}') viết chưa đúng; hãy viết như canbo@xa.gov.vn, hoặc Cán \
                bộ <canbo@xa.gov.vn>
                """,
            en: """
                '{address}' (in '{field}') is no mail address; write it like office@xa.gov.vn, or Office \
                <office@xa.gov.vn>
                """),
        "E-DELIVERY-no_recipient": Sentence(
            vi: "chưa có người nhận thư nào; hãy ghi ít nhất một địa chỉ nhận trong chiso.toml",
            en: "nobody is named to receive the mail; give at least one address in chiso.toml"),
        "E-DELIVERY-clear_text": Sentence(
            vi: """
                ⟨mật khẩu của '{user}' sẽ đi đến {host} mà không được mã hóa, nên chưa gửi gì; hãy chọn STARTTLS hoặc \
                TLS trong chiso.toml¦thông báo hoặc mã truy cập sẽ đi đến {host} mà không được mã hóa, nên chưa gửi \
                gì; hãy chọn STARTTLS hoặc TLS (máy chủ thư), https (dịch vụ web) trong chiso.toml, hoặc cho phép gửi \
                không mã hóa nếu đó là mạng nội bộ tin cậy⟩
                """,
            en: """
                ⟨the password of '{user}' would go to {host} without encryption, so nothing was sent; choose STARTTLS \
                or TLS in chiso.toml¦a message or token would go to {host} without encryption, so nothing was sent; \
                choose STARTTLS or TLS (mail server), https (web service) in chiso.toml, or allow clear text if the \
                network is your own and trusted⟩
                """),
        "E-DELIVERY-half_sign_in": Sentence(
            vi: """
                máy chủ thư {host}: tên đăng nhập và mật khẩu phải đi cùng nhau; hãy ghi nốt phần còn thiếu trong \
                chiso.toml, hoặc bỏ cả hai
                """,
            en: """
                mail server {host}: a user and a password belong together; give the one that is missing in chiso.toml, \
                or leave both out
                """),
        "E-DELIVERY-no_certificates": Sentence(
            vi: "không đọc được tệp chứng chỉ {path}⟨: {reason:reason}⟩; hãy kiểm tra đường dẫn và quyền của tệp",
            en: "the file of certificates {path} cannot be read⟨: {reason:reason}⟩; check its path and permissions"),
        // Secrets
        "E-DELIVERY-secret_missing": Sentence(
            vi: """
                chưa có mật khẩu hoặc mã truy cập: ⟨không có biến môi trường {variable}; hãy đặt biến này trước khi \
                chạy chương trình¦không có tệp {path}; hãy tạo tệp này, chỉ cho chủ tệp đọc và ghi (chmod 600)⟩
                """,
            en: """
                the password or token is not there: ⟨the environment has no variable {variable}; set it before the \
                program is run¦there is no file {path}; make it, for its owner only to read and write (chmod 600)⟩
                """),
        "E-DELIVERY-secret_empty": Sentence(
            vi: "⟨biến môi trường {variable}¦tệp {path}⟩ đang trống; hãy ghi mật khẩu hoặc mã truy cập vào đó",
            en: "the ⟨environment's variable {variable}¦file {path}⟩ is empty; put the password or token into it"),
        "E-DELIVERY-secret_malformed": Sentence(
            vi: """
                mật khẩu hoặc mã truy cập trong ⟨biến môi trường {variable}¦tệp {path}⟩ không dùng được; hãy ghi lại \
                thành một dòng UTF-8, không có ký tự điều khiển, không quá 16 KB
                """,
            en: """
                the password or token in the ⟨environment's variable {variable}¦file {path}⟩ cannot be used; write it \
                as one line of UTF-8, without control characters, of no more than 16 KB
                """),
        "E-DELIVERY-secret_unreadable": Sentence(
            vi: """
                không đọc được tệp mật khẩu {path}⟨: {reason:reason}⟩; hãy kiểm tra đó là tệp thường và người chạy \
                chương trình đọc được
                """,
            en: """
                the password's file {path} cannot be read⟨: {reason:reason}⟩; see that it is a plain file and that who \
                runs the program can read it
                """),
        "E-DELIVERY-secret_exposed": Sentence(
            vi: "người khác đọc hoặc sửa được tệp mật khẩu {path} (quyền {mode}); hãy chạy: {command}",
            en: "others can read or change the password's file {path} (mode {mode}); run: {command}"),
        "E-DELIVERY-secret_foreign": Sentence(
            vi: """
                tệp mật khẩu {path} thuộc về người dùng khác (số {owner}) nên không được dùng; hãy chuyển tệp cho \
                người chạy chương trình (chown), hoặc tạo tệp mới
                """,
            en: """
                the password's file {path} belongs to another user (number {owner}), and is not used; hand it over to \
                who runs the program (chown), or make a new one
                """),
        // Files and standard output
        "E-DELIVERY-cannot_write": Sentence(
            vi: """
                ⟨không ghi được vào {path}¦không in được ra màn hình (đầu ra chuẩn)⟩⟨: {reason:reason}⟩; hãy kiểm tra \
                ⟨ổ đĩa, thư mục và quyền của {path}¦màn hình, tệp hoặc chương trình nhận đầu ra⟩
                """,
            en: """
                ⟨{path} cannot be written¦standard output cannot be written⟩⟨: {reason:reason}⟩; check ⟨the disk, the \
                folder and the permissions of {path}¦the terminal, file or program that takes it in⟩
                """),
        "E-DELIVERY-disk_full": Sentence(
            vi: "ổ đĩa đã đầy⟨; chưa ghi thêm gì vào {path}⟩; hãy giải phóng chỗ rồi thử lại",
            en: "the disk is full⟨; nothing was added to {path}⟩; make room and try again"),
        "E-DELIVERY-permission_denied": Sentence(
            vi: "không đủ quyền để mở hoặc tạo {path}; hãy kiểm tra quyền của tệp và thư mục",
            en: "{path} may not be opened or made; check the permissions of the file and its folder"),
        "E-DELIVERY-not_a_file": Sentence(
            vi: """
                {path} là thư mục hoặc thứ khác, không phải tệp thường; hãy ghi đường dẫn của một tệp trong chiso.toml
                """,
            en: "{path} is a folder or the like, not a plain file; give the path of a file in chiso.toml"),
        "E-DELIVERY-file_busy": Sentence(
            vi: """
                đã chờ {seconds:number} giây mà chương trình khác vẫn giữ {path}; hãy đóng chương trình ấy, hoặc thử \
                lại sau
                """,
            en: """
                another program still holds {path} after {seconds:second|seconds}; close that program, or try again \
                later
                """),
        "E-DELIVERY-output_stuck": Sentence(
            vi: """
                đã chờ {seconds:number} giây mà không ai nhận những gì in ra màn hình (đầu ra chuẩn); hãy cho chương \
                trình nhận đầu ra chạy tiếp, hoặc đóng nó lại
                """,
            en: """
                nobody took in what is written to standard output for {seconds:second|seconds}; let the program that \
                reads it go on, or close it
                """),
        // Programs
        "E-DELIVERY-program_missing": Sentence(
            vi: "không có chương trình '{path}'; hãy sửa đường dẫn trong chiso.toml",
            en: "there is no program '{path}'; mend the path in chiso.toml"),
        "E-DELIVERY-program_outside": Sentence(
            vi: """
                chương trình {path} nằm ngoài không gian làm việc; hãy đưa vào trong, hoặc ghi đường dẫn đầy đủ, bắt \
                đầu bằng /
                """,
            en: """
                the program {path} lies outside the workspace; move it inside, or give its whole path, which begins \
                with /
                """),
        "E-DELIVERY-program_unstartable": Sentence(
            vi: """
                không chạy được chương trình {path}⟨: {reason:reason}⟩; hãy kiểm tra đó là tệp chương trình và có \
                quyền chạy (chmod +x)
                """,
            en: """
                the program {path} cannot be started⟨: {reason:reason}⟩; see that it is a program's file and may be \
                run (chmod +x)
                """),
        "E-DELIVERY-program_failed": Sentence(
            vi: """
                chương trình {path} kết thúc với mã lỗi {exit}; hãy tìm nguyên nhân ở chương trình ấy⟨; nó viết: \
                {text}⟩
                """,
            en: """
                the program {path} ended with exit code {exit}; look for the cause in that program⟨; it wrote: {text}⟩
                """),
        "E-DELIVERY-program_killed": Sentence(
            vi: """
                chương trình {path} bị dừng giữa chừng (tín hiệu {signal}), không rõ thông báo đã được chuyển hay \
                chưa; hãy kiểm tra chương trình ấy⟨; nó viết: {text}⟩
                """,
            en: """
                the program {path} was stopped midway (signal {signal}), and whether it passed the message on is not \
                known; check that program⟨; it wrote: {text}⟩
                """),
        "E-DELIVERY-program_timed_out": Sentence(
            vi: """
                chương trình {path} chạy quá {seconds:number} giây nên đã bị dừng, không rõ thông báo đã được chuyển \
                hay chưa; hãy kiểm tra chương trình ấy, hoặc tăng thời hạn trong chiso.toml⟨; nó viết: {text}⟩
                """,
            en: """
                the program {path} ran for more than {seconds:second|seconds} and was stopped, and whether it passed \
                the message on is not known; check that program, or raise its time limit in chiso.toml⟨; it wrote: \
                {text}⟩
                """),
        "E-DELIVERY-program_lost": Sentence(
            vi: """
                không rõ chương trình {path} kết thúc ra sao, nên không rõ thông báo đã được chuyển hay chưa; hãy hỏi \
                nơi nhận⟨; nó viết: {text}⟩
                """,
            en: """
                how the program {path} ended is not known, nor whether it passed the message on; ask who should have \
                received it⟨; it wrote: {text}⟩
                """),
        // Servers
        "E-DELIVERY-unknown_host": Sentence(
            vi: """
                không tìm ra địa chỉ của máy chủ {host}; hãy kiểm tra tên máy chủ, kết nối mạng, và máy chủ trung gian \
                (proxy) nếu có dùng
                """,
            en: "no address is found for {host}; check its name, the network, and the proxy where one is used"),
        "E-DELIVERY-cannot_connect": Sentence(
            vi: """
                không kết nối được với {host}⟨: {reason:reason}⟩; hãy kiểm tra tên máy chủ, cổng, kết nối mạng và \
                tường lửa
                """,
            en: """
                no connection to {host} comes about⟨: {reason:reason}⟩; check its name, its port, the network and the \
                firewall
                """),
        "E-DELIVERY-encryption_failed": Sentence(
            vi: """
                không mã hóa được kết nối với {host}, hoặc chứng chỉ của máy chủ không đáng tin⟨: {reason:reason}⟩; \
                hãy kiểm tra tên máy chủ, tệp chứng chỉ, ngày giờ của máy này, hoặc hỏi người quản trị máy chủ
                """,
            en: """
                no encrypted connection to {host} comes about, or its certificate is not trusted⟨: {reason:reason}⟩; \
                check its name, the file of certificates and this machine's clock, or ask who runs the server
                """),
        "E-DELIVERY-no_encryption": Sentence(
            vi: """
                máy chủ thư {host} không mã hóa được kết nối⟨ (trả lời: {reply})⟩, nên chưa gửi gì; hãy chọn TLS thay \
                cho STARTTLS trong chiso.toml, hoặc hỏi người quản trị máy chủ thư
                """,
            en: """
                the mail server {host} offers no encryption⟨ (it said: {reply})⟩, so nothing was sent; choose TLS in \
                place of STARTTLS in chiso.toml, or ask who runs the server
                """),
        "E-DELIVERY-timed_out": Sentence(
            vi: """
                {host} không trả lời trong {seconds:number} giây; hãy kiểm tra kết nối mạng, hoặc tăng thời hạn trong \
                chiso.toml
                """,
            en: """
                {host} did not answer within {seconds:second|seconds}; check the network, or raise the time limit in \
                chiso.toml
                """),
        "E-DELIVERY-connection_lost": Sentence(
            vi: """
                kết nối với {host} bị đứt, hoặc câu trả lời không hiểu được⟨: {reason:reason}⟩; hãy kiểm tra kết nối \
                mạng, tên máy chủ và cổng
                """,
            en: """
                the connection to {host} broke, or its answer makes no sense⟨: {reason:reason}⟩; check the network, \
                the server's name and its port
                """),
        "E-DELIVERY-web_refused": Sentence(
            vi: """
                dịch vụ web {host} từ chối (mã HTTP {status})⟨, trả lời: {text}⟩; hãy kiểm tra địa chỉ (URL) và mã \
                truy cập, nếu đều đúng thì thử lại sau hoặc hỏi người quản trị dịch vụ
                """,
            en: """
                the web service {host} refused (HTTP status {status})⟨ and said: {text}⟩; check the URL and the token, \
                and if both are right, try again later or ask who runs the service
                """),
        "E-DELIVERY-redirected": Sentence(
            vi: """
                dịch vụ web {host} chỉ sang địa chỉ khác (mã HTTP {status}), nhưng chương trình không gửi theo; hãy \
                ghi địa chỉ (URL) mới trong chiso.toml
                """,
            en: """
                the web service {host} sent elsewhere (HTTP status {status}), which is not followed; give the new URL \
                in chiso.toml
                """),
        "E-DELIVERY-sign_in_refused": Sentence(
            vi: """
                máy chủ thư {host} không cho '{user}' đăng nhập⟨ (trả lời: {reply}); hãy kiểm tra tên đăng nhập và mật \
                khẩu¦; hãy kiểm tra tên đăng nhập và mật khẩu, rồi hỏi người quản trị xem máy chủ có cho đăng nhập \
                kiểu PLAIN hoặc LOGIN không⟩
                """,
            en: """
                the mail server {host} does not let '{user}' sign in⟨ (it said: {reply}); check the user and the \
                password¦; check the user and the password, then ask who runs the server whether users may sign in by \
                PLAIN or LOGIN⟩
                """),
        "E-DELIVERY-mail_refused": Sentence(
            vi: """
                máy chủ thư {host} từ chối kết nối, người gửi hoặc thư (trả lời: {reply}); hãy kiểm tra địa chỉ người \
                gửi, nếu đúng thì thử lại sau hoặc hỏi người quản trị máy chủ thư
                """,
            en: """
                the mail server {host} refused the connection, the sender or the message (it said: {reply}); check the \
                sender's address, and if it is right, try again later or ask who runs the server
                """),
        "E-DELIVERY-recipients_refused": Sentence(
            vi: "máy chủ thư {host} từ chối mọi người nhận (trả lời: {reply}); hãy kiểm tra các địa chỉ: {recipients}",
            en: """
                the mail server {host} refused all recipients (it said: {reply}); check their addresses: {recipients}
                """),
        "E-DELIVERY-curl_missing": Sentence(
            vi: """
                máy này chưa có thư viện libcurl (từ bản 7.84) nên không gửi được thư và yêu cầu web⟨ ({reason:reason})⟩; hãy \
                cài đặt, trên Debian là gói libcurl4; thông báo còn chờ sẽ được gửi ở lượt sau
                """,
            en: """
                the library libcurl (7.84 or later) is not installed, so that no mail or web request can be sent⟨ \
                ({reason:reason})⟩; install it, on Debian the package libcurl4; what waits is sent by the next run
                """),
        "E-DELIVERY-unexpected": Sentence(
            vi: """
                gặp lỗi ngoài dự kiến⟨ với {host}⟩⟨: {reason:reason}⟩; hãy thử lại, nếu vẫn lỗi thì xin báo cho người \
                phát triển
                """,
            en: "an unexpected failure⟨ with {host}⟩⟨: {reason:reason}⟩; try again, and report it if it happens again"),
    ]
}
