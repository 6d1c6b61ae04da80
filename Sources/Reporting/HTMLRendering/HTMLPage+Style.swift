extension HTMLPage {
    /// How pages look: on a screen, on a telephone, on A4. Names are those of the markup.
    static let styleSheet: StaticString = """
        :root { color-scheme: light; --rule: #8a8a8a; --faint: #dcdcdc; --fill: #2b6ca3; --mark: #b03a00; }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; background: #fff; color: #111; font: 1rem/1.4 "Times New Roman", "Liberation Serif", Tinos, Times, serif; }
        main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: break-word; }
        p, dl, ul, ol, figure { margin: 0 0 .7em; }
        main > p { text-align: justify; }
        h1, h2, h3, h4 { font-size: 1em; line-height: 1.3; margin: 1.3em 0 .5em; break-after: avoid; }
        h3, h4 { margin-top: 1em; }
        h4 { font-style: italic; }
        ul { list-style-type: "- "; padding-left: 1.4em; }
        ul ul { list-style-type: "+ "; margin: 0; }
        ul ul ul { list-style-type: "· "; }
        ol { padding-left: 1.8em; }
        @counter-style letters { system: fixed; symbols: a b c d đ e g h i k l m n o p q r s t u v x y; suffix: ") "; }
        ol ol { list-style-type: letters; margin: 0; }
        ol ol ol { list-style-type: decimal; }
        .letterhead { display: grid; grid-template-columns: 42% 58%; text-align: center; margin-bottom: 1.5rem; }
        .letterhead p { margin: 0; }
        .letterhead .country, .letterhead .issuer, .letterhead .motto { font-weight: bold; }
        .letterhead .issuer::after { content: ""; display: block; width: 5rem; margin: .2rem auto .7rem; border-top: 1px solid; }
        .letterhead .motto span { border-bottom: 1px solid; padding-bottom: .15rem; }
        .letterhead .date { font-style: italic; }
        .letterhead .marks { margin-top: .8rem; }
        .marks { text-align: center; font-weight: bold; letter-spacing: .05em; }
        .title { text-align: center; margin: 1.5rem auto 1rem; max-width: 36rem; }
        .title span { display: block; }
        .title::after { content: ""; display: block; width: 7rem; margin: .4rem auto 0; border-top: 1px solid; }
        main > p.addressee { text-align: center; margin: 1rem 0; }
        .addressee.several { margin-left: 20%; }
        .summary { border: 1px solid var(--rule); padding: .6rem .8rem; margin: 0 0 1em; break-inside: avoid; }
        .summary .name { font-weight: bold; margin-bottom: .3em; }
        .summary dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .25em 1em; margin: 0; }
        .summary dt { font-weight: bold; max-width: 14rem; }
        .summary dd { margin: 0; }
        .note, .footnote, .legend, footer { font-size: .88em; }
        main > p.note, main > p.footnote { text-align: left; }
        .footnote { margin: .15em 0 0; }
        figcaption { font-weight: bold; margin-bottom: .3em; break-after: avoid; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .9em; line-height: 1.25; }
        th, td { border: 1px solid var(--rule); padding: .2em .4em; vertical-align: top; text-align: left; font-weight: normal; }
        thead th { font-weight: bold; text-align: center; vertical-align: middle; background: #f2f2f2; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        .r { text-align: right; }
        .c { text-align: center; }
        .group th { font-weight: bold; background: #f7f7f7; break-after: avoid; }
        .total th, .total td { font-weight: bold; border-top: 2px solid; }
        .chart { break-inside: avoid; }
        .bars { display: grid; grid-template-columns: fit-content(38%) minmax(6rem, 1fr) max-content; gap: .25em .7em; align-items: center; font-size: .92em; }
        .bar { display: contents; }
        .bars svg { width: 100%; height: .95em; display: block; }
        .figures { text-align: right; }
        .absent { grid-column: 2 / -1; font-style: italic; color: #444; }
        .field { fill: #eeeeee; }
        .fill { fill: var(--fill); }
        .mark { stroke: var(--mark); stroke-width: 2px; vector-effect: non-scaling-stroke; }
        .trends { display: grid; grid-template-columns: fit-content(45%) 7.5rem minmax(0, 1fr); gap: .25em .7em; align-items: center; font-size: .92em; }
        .trends svg { width: 7.5rem; height: 1.75rem; display: block; }
        .course { fill: none; stroke: var(--fill); stroke-width: 1.5; }
        .point { fill: var(--fill); }
        .heat { width: auto; }
        .heat td { text-align: right; white-space: nowrap; }
        .heat tbody th { min-width: 8rem; }
        .swatch { display: inline-block; width: 1.4em; border: 1px solid var(--rule); }
        .level0 { background: #ffffff; } .level2 { background: #fff0c9; }
        .level3 { background: #fdc58a; } .level4 { background: #d9702b; color: #000; }
        .level1 { background: repeating-linear-gradient(45deg, #ffffff 0 5px, #d9d9d9 5px 7px); }
        .level5 { background: #7a2a04; color: #fff; }
        .legend { margin: .3em 0 0; }
        .key { display: inline-block; height: .9em; border-left: 2px solid var(--mark); margin-right: .5em; vertical-align: -.1em; }
        .closing { display: grid; grid-template-columns: 45% 55%; margin: 1.5rem 0; break-inside: avoid; }
        .recipients { font-size: .85em; }
        .recipients .name { font-weight: bold; font-style: italic; margin: 0; }
        .recipients ul { margin: 0; }
        .signature { text-align: center; font-weight: bold; }
        .signature p { margin: 0; }
        .signature .signer { margin-top: 5em; }
        .signature .office:last-child { margin-bottom: 5em; }
        hr.break { border: 0; border-top: 3px double var(--rule); margin: 2.5rem 0; }
        footer { border-top: 1px solid var(--rule); margin-top: 2rem; padding-top: .4rem; color: #333; overflow-wrap: anywhere; }
        footer p { margin: 0; }
        @media screen and (max-width: 600px) {
          main { padding: 1rem .8rem 2rem; }
          main > p { text-align: left; }
          .letterhead, .closing { display: block; }
          .letterhead > div + div { margin-top: .6rem; }
          .signature { margin-top: 1.5rem; }
          .addressee.several { margin-left: 0; }
          .summary dl { display: block; }
          .summary dd { margin-bottom: .5em; }
          .bars { grid-template-columns: minmax(0, 1fr) max-content; gap: .1em .7em; }
          .bars .label { grid-column: 1 / -1; margin-top: .35em; }
          .absent { grid-column: 1 / -1; }
          .trends { grid-template-columns: 7.5rem minmax(0, 1fr); gap: .1em .7em; }
          .trends .label { grid-column: 1 / -1; margin-top: .35em; }
          .heat thead th:first-child, .heat tbody th { position: sticky; left: 0; background: #fff; z-index: 1; }
          .heat tbody th { min-width: 6.5rem; max-width: 8rem; }
          table.cards, .cards tbody { display: block; }
          .cards thead { display: none; }
          .cards tr { display: flex; flex-wrap: wrap; gap: .1em 1em; border-bottom: 1px solid var(--rule); padding: .4em 0; }
          .cards th, .cards td { border: 0; padding: 0; text-align: left; white-space: normal; max-width: 100%; }
          .cards .long { flex-basis: 100%; }
          .cards .group { background: #f2f2f2; }
          .cards .group th { background: none; }
          .cards .empty { display: none; }
          .cards .row th { font-weight: bold; }
          .cards td:not([data-label=""])::before { content: attr(data-label); color: #555; margin-right: .35em; }
        }
        @page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); font: 13pt "Times New Roman", "Liberation Serif", Tinos, serif; } }
        @page :first { @top-center { content: none; } }
        @media print {
          html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          body { font-size: 13pt; line-height: 1.14; }
          p, dl, ul, ol, figure { margin-bottom: .3em; }
          /* Room for the marks of capitals, which would else be left on the page before. */
          h1, h2, h3, h4 { margin: .5em 0 .2em; padding-top: .25em; }
          .summary { padding: .4rem .6rem; }
          .summary dl { gap: .1em .8em; }
          .closing { margin: .8rem 0; }
          .letterhead { margin-bottom: .8rem; }
          .title { margin: .8rem auto .6rem; }
          main > p.addressee { margin: .5rem 0; }
          main { max-width: none; padding: 0; }
          table { font-size: 10.5pt; line-height: 1.15; }
          th, td { padding: .1em .35em; }
          .letterhead .country { font-size: 12pt; white-space: nowrap; }
          .heat { font-size: 9pt; width: 100%; }
          .heat th, .heat td { padding: .1em .25em; }
          .heat thead th { overflow-wrap: anywhere; }
          .scroll { overflow: visible; }
          p, li { orphans: 2; widows: 2; }
          p:has(+ ul), p:has(+ figure) { break-after: avoid; }
          hr.break { break-after: page; border: 0; margin: 0; height: 0; }
          hr.break + .title { margin-top: 0; }
        }
        """
}
