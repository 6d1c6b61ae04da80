import Testing

@testable import Delivery

@Suite("What a mail server said, and to what")
struct MailConversationTests {
    private func talk(
        _ text: String, startTLS: Bool = false, signsIn: Bool = false, recipients: Int = 1
    ) -> MailConversation {
        MailConversation(
            Array(text.utf8).lines, startTLS: startTLS, signsIn: signsIn, recipientCount: recipients)
    }

    @Test("a whole conversation, encrypted and signed in")
    func whole() {
        let talk = talk(
            """
            220 a\r\n250-b\r\n250 STARTTLS\r\n220 go\r\n250-c\r\n250 AUTH PLAIN\r\n334 \r\n235 in\r
            250 sender\r\n550 first\r\n250 second\r\n354 go\r\n250 message\r\n221 bye\r\n
            """, startTLS: true, signsIn: true, recipients: 2)
        #expect(talk.encryption?.code == 220 && talk.signIn?.code == 235)
        #expect(talk.sender?.lines == ["250 sender"])
        #expect(talk.recipients.map(\.code) == [550, 250])
        #expect(talk.message?.lines == ["250 message"])
    }

    @Test("a refused sender is no refused recipient")
    func sender() {
        let talk = talk("220 a\r\n250 b\r\n550 no\r\n221 bye\r\n")
        #expect(talk.sender?.code == 550)
        #expect(talk.message == nil)
    }

    @Test("a server that offers no signing in is not asked for it")
    func noSignIn() {
        let talk = talk("220 a\r\n250 b\r\n250 sender\r\n250 first\r\n354 go\r\n250 message\r\n", signsIn: true)
        #expect(talk.signIn == nil && talk.message?.lines == ["250 message"])
    }

    @Test("farewell is not taken for an answer to the message")
    func farewell() {
        let refused = talk("220 a\r\n250 b\r\n250 sender\r\n550 first\r\n221 bye\r\n")
        #expect(refused.data == nil && refused.message == nil)
        let data = talk("220 a\r\n250 b\r\n250 sender\r\n250 first\r\n451 no\r\n221 bye\r\n")
        #expect(data.data?.code == 451 && data.message == nil)
    }

    @Test("a reply that broke off is none")
    func half() {
        #expect(talk("220 a\r\n250 b\r\n250 sender\r\n250 first\r\n354 go\r\n250").message == nil)
        #expect(talk("220 a\r\n250 b\r\n250 sender\r\n250 first\r\n354 go\r\n250-more\r\n").message == nil)
    }
}
