using HelpDesk.Adapters.LanguageDetection;

namespace HelpDesk.Adapters.Tests.LanguageDetection;

public sealed class LinguaDetectorTests
{
    private readonly LinguaDetector _detector = new();

    [Theory]
    [InlineData("en", "printer jammed again on second floor")]
    [InlineData("de", "Drucker druckt wieder schief")]
    [InlineData("es", "impresora atascada otra vez")]
    [InlineData("fr", "imprimante bloquée encore aujourd'hui")]
    [InlineData("it", "La stampante al secondo piano non funziona più.")]
    [InlineData("nl", "De printer op de tweede verdieping doet het niet.")]
    [InlineData("pt", "A impressora do segundo andar não imprime.")]
    [InlineData("pl", "Drukarka na drugim piętrze nie drukuje.")]
    [InlineData("sv", "Skrivaren på andra våningen fungerar inte.")]
    [InlineData("cs", "Tiskárna ve druhém patře netiskne.")]
    [InlineData("tr", "İkinci kattaki yazıcı çalışmıyor.")]
    public void Detect_AnOrdinarySentence_FindsItsLanguage(string expected, string text) => _detector.Detect(text).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("07700 900 733")]
    [InlineData("パスワードを忘れました")]
    [InlineData("\ud800\ud800 \udc00")]
    public void Detect_NoWordsOfAKnownScript_FindsNothing(string text) => _detector.Detect(text).ShouldBeNull();

    [Fact]
    public void Detect_LongText_IsJudgedByItsBeginning()
    {
        var german = string.Concat(Enumerable.Repeat("Seit gestern druckt der Drucker wieder schief. ", 30));
        var english = string.Concat(Enumerable.Repeat("The printer has been printing crooked since yesterday. ", 3_000));
        _detector.Detect(german + english).ShouldBe("de");
    }

    [Fact]
    public async Task Detect_ManyAtOnce_FindsTheSameAsOneByOne()
    {
        var texts = Enumerable.Range(0, 32).Select(static i => i % 2 == 0 ? "Drucker druckt wieder schief" : "imprimante bloquée encore aujourd'hui").ToList();
        var fresh = new LinguaDetector();
        var found = await Task.WhenAll(texts.Select(text => Task.Run(() => fresh.Detect(text))));
        found.ShouldBe(texts.Select(_detector.Detect));
    }
}
