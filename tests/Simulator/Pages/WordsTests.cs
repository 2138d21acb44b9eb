using HelpDesk.Simulator.Pages.Layout;

namespace HelpDesk.Simulator.Tests.Pages;

/// <summary>Values of contracts and numbers as pages write them.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("notSupported", "Not supported")]
    [InlineData("done", "Done")]
    [InlineData("OneTimeUsed", "One time used")]
    [InlineData(null, "")]
    public void Value_OfAContract_IsWords(string? value, string words) => Words.Of(value).ShouldBe(words);

    [Theory]
    [InlineData(0, "0 tickets")]
    [InlineData(1, "1 ticket")]
    [InlineData(2, "2 tickets")]
    public void Number_OfTickets_HasItsPlural(int number, string words) => Words.Count(number, "ticket", "tickets").ShouldBe(words);
}
