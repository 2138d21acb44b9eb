using HelpDesk.Adapters.EmbeddedTriage;

namespace HelpDesk.Adapters.Tests.EmbeddedTriage;

public sealed class FoldsTests
{
    private const int Count = 5;

    private readonly IReadOnlyList<TrainingExample> _examples = ExampleFile.Read(TestIntents.Shipped);

    [Theory]
    [InlineData("add the printer PR-214", "Drucker PR-214 auf", "impresora PR-214 a mi", "l'imprimante PR-214 à")]
    [InlineData("Can't print from SAP", "Aus SAP kann ich nicht drucken", "No imprime desde SAP", "imprimer depuis SAP")]
    [InlineData("Scanner doesn't send to mail", "Scanner schickt keine Mails", "El escáner no envía al correo", "Le scanner n'envoie pas par mail")]
    public void Translations_AreInOneFold(params string[] texts)
    {
        var folds = Folds.Of(_examples, Count);
        texts.Select(text => folds[Enumerable.Range(0, _examples.Count).First(i => _examples[i].Text.Contains(text, StringComparison.Ordinal))])
            .Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Folds_AreAboutAlikeInSize()
    {
        var sizes = Folds.Of(_examples, Count).GroupBy(fold => fold).Select(fold => fold.Count()).ToList();
        sizes.Count.ShouldBe(Count);
        sizes.ShouldAllBe(size => size > _examples.Count / 10);
    }

    [Fact]
    public void Folds_AreTheSameEachTime() => Folds.Of(_examples, Count).ShouldBe(Folds.Of(_examples, Count));
}
