using HelpDesk.Adapters.EmbeddedTriage.Features;

namespace HelpDesk.Adapters.Tests.EmbeddedTriage.Features;

public sealed class ConceptLexiconTests
{
    private const string Small =
        """
        # a remark
        locked: lock*, gesperrt
        phone: *handy*, téléphone
        account: *konto
        human: real person
        """;

    [Theory]
    [InlineData("My phone is LOCKED", "locked")]
    [InlineData("a lock", "locked")]
    [InlineData("unlock it", "")]
    [InlineData("gesperrt", "locked")]
    [InlineData("gesperrte", "")]
    [InlineData("Mein Diensthandys ist weg", "phone")]
    [InlineData("mon telephone", "phone")]
    [InlineData("Benutzerkonto gesperrt", "account locked")]
    [InlineData("Kontonummer", "")]
    [InlineData("a real, person!", "human")]
    [InlineData("a real nice person", "")]
    public void Phrase_IsFoundAsItIsWritten(string text, string concepts) =>
        string.Join(' ', new ConceptLexicon(Small).Find(TicketWords.Of(text)).Select(found => found.Name)).ShouldBe(concepts);

    [Fact]
    public void Line_WithoutAName_IsRefused() => Should.Throw<InvalidDataException>(() => new ConceptLexicon("password, passwort"));

    [Theory]
    [InlineData("forgot", "I forgot it", "Ich habe es vergessen", "La he olvidado", "Je l'ai oublié")]
    [InlineData("stolen", "it was stolen", "es wurde gestohlen", "me lo robaron", "on me l'a volé")]
    [InlineData("licence", "a licence please", "bitte eine Lizenz", "una licencia", "une licence")]
    [InlineData("worksagain", "it works again", "es geht wieder", "ya funciona", "ça remarche")]
    [InlineData("printer", "print it", "der Etikettendrucker", "la impresora", "l'imprimante")]
    [InlineData("leaver", "he left the company", "ein ausgeschiedener Kollege", "deja la empresa", "il a quitté la société")]
    public void Concept_IsTheSameInAllLanguages(string concept, params string[] texts)
    {
        foreach (var text in texts)
            TicketTerms.ConceptsOf(TicketWords.Of(text)).Select(found => found.Name).ShouldContain(concept, text);
    }

    [Fact]
    public void Concepts_AreOfTheShippedFile()
    {
        var lexicon = new ConceptLexicon(TicketTerms.LexiconSource);
        lexicon.Names.Count.ShouldBeGreaterThan(150);
        lexicon.Names.Distinct(StringComparer.Ordinal).Count().ShouldBe(lexicon.Names.Count);
    }

    [Fact]
    public void Placeholder_IsOneWordOfItsKind() =>
        TicketWords.Of("[PERSON_1] called [PHONE_12], pwd [SECRET]").ShouldBe(["zzperson", "0", "called", "zzphone", "00", "pwd", "zzsecret"]);
}
