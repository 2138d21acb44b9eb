using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Cases.Finding;

namespace HelpDesk.Orchestrations.Tests.Cases.Finding;

/// <summary>What of a case becomes a term, and how text becomes words.</summary>
public sealed class CaseTermsTests
{
    [Theory]
    [InlineData("Rita Moß", "rita moß")]
    [InlineData("José  NÚÑEZ-García", "jose nunez garcia")]
    [InlineData("LT-0042 (Ｗｉｎ)", "lt 0042 win")]
    [InlineData("a \ud83d b 😀 c", "a b c")]
    [InlineData("again Again AGAIN", "again")]
    [InlineData("  ", "")]
    public void Words_OfAText_AreWithoutCaseAccentsAndPunctuation(string text, string words) => string.Join(' ', CaseTerms.WordsOf(text)).ShouldBe(words);

    [Fact]
    public void Terms_OfAHostileCase_AreFewAndShort()
    {
        var record = Plain() with
        {
            Title = string.Join(' ', Enumerable.Range(0, 500).Select(at => $"{at}{new string('x', 300)}")),
            RequesterName = string.Join(' ', Enumerable.Range(0, 500)),
            Steps = [.. Enumerable.Range(0, 90).Select(at => new CaseStep($"{at}", "device.sync", string.Join('/', Enumerable.Range(at * 50, 50)), CaseStepState.Planned))],
        };

        var terms = CaseTerms.Of(record);

        terms.Count.ShouldBeLessThanOrEqualTo(RecordLimits.MaxChanges);
        terms.ShouldAllBe(term => term.Length <= 42);
    }

    private static CaseRecord Plain() => new()
    {
        CaseId = new CaseId("servicenow-1"), Ticket = new TicketReference("servicenow", "1", "INC0000001"), OpenedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch, State = CaseState.Working,
    };
}
