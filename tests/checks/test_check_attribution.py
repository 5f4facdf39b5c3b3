from __future__ import annotations

from functools import partial

from verdicts import passes, warns

from dualpress.article import Language

CHECK = "attribution"

into_english = partial(passes, CHECK, to=Language.EN)
warns_of_english = partial(warns, CHECK, to=Language.EN)


def test_hindi_that_names_the_speaker_passes() -> None:
    passes(CHECK, "He said it was over.", "उन्होंने कहा कि सब ख़त्म हो गया।")
    passes(CHECK, "According to police, he fled.", "पुलिस के मुताबिक़ वह भाग गया।")
    passes(CHECK, "The army said five men died.", "सेना ने पाँच लोगों के मरने की पुष्टि की।")
    passes(CHECK, "He allegedly stole it.", "उस पर चोरी का आरोप है।")
    passes(CHECK, "The alleged spy was held.", "कथित जासूस पकड़ा गया।")
    passes(CHECK, "Reportedly, two men fled.", "ख़बर है कि दो लोग भाग गए।")
    passes(CHECK, "They claimed to be farmers.", "उन्होंने ख़ुद को किसान बताया।")
    passes(CHECK, "The minister warned of floods.", "मंत्री ने बाढ़ को लेकर आगाह किया।")
    passes(CHECK, "The officials say it works.", "अधिकारियों का कहना है कि यह कारगर है।")


def test_what_only_looks_like_an_attribution_passes() -> None:
    passes(CHECK, "The blast claimed 12 lives.", "धमाके में 12 लोगों की जान गई।")
    passes(CHECK, "He claimed the title in May.", "उसने मई में ख़िताब जीता।")
    passes(CHECK, "It went according to plan.", "सब योजना के हिसाब से हुआ।")
    passes(CHECK, "His reason is not stated.", "उसकी वजह साफ़ नहीं है।")
    passes(CHECK, "The siege began at dawn.", "घेराबंदी भोर में शुरू हुई।")


def test_hindi_that_states_as_a_fact_is_warned_of() -> None:
    warns(CHECK, "He said it was over.", "सब ख़त्म हो गया।", about="“said”")
    warns(CHECK, "According to police, he fled.", "वह भाग गया।", about="“According to”")
    warns(CHECK, "He allegedly stole it.", "उसने उसे चुरा लिया।", about="“allegedly”")
    warns(CHECK, "The alleged spy was held.", "जासूस पकड़ा गया।")
    warns(CHECK, "Two men reportedly fled.", "दो लोग भाग गए।")
    warns(CHECK, "They claimed to be farmers.", "वे किसान थे।")
    warns(CHECK, "The minister warned of floods.", "बाढ़ आएगी।")
    warns(CHECK, "Critics argue it favours China.", "यह चीन के पक्ष में है।")
    warns(CHECK, "“It is over,” Khan said.", "“सब ख़त्म हो गया।”")


def test_english_that_names_the_speaker_passes() -> None:
    into_english("उन्होंने कहा कि सब ख़त्म हो गया।", "He said it was over.")
    into_english("पुलिस के अनुसार वह भाग गया।", "Police say he fled.")
    into_english("स्थानीय समय के अनुसार दस बजे", "at ten o'clock local time")
    into_english("कथित जासूस पकड़ा गया।", "The alleged spy was held.")
    into_english("सेना ने दावा किया कि वे मारे गए।", "The army claimed they were dead.")
    into_english("इसे तोप कहा जाता है।", "It is a cannon.")


def test_english_that_states_as_a_fact_is_warned_of() -> None:
    warns_of_english("उन्होंने कहा कि सब ख़त्म हो गया।", "It was over.")
    warns_of_english("पुलिस के अनुसार वह भाग गया।", "He fled.", about="“के अनुसार”")
    warns_of_english("कथित जासूस पकड़ा गया।", "The spy was held.", about="“कथित”")
    warns_of_english("सेना ने दावा किया कि वे मारे गए।", "They were dead.")
    warns_of_english("विपक्ष ने आरोप लगाया कि धाँधली हुई।", "There was rigging.")
