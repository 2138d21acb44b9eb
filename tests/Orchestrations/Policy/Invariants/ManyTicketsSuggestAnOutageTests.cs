using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class ManyTicketsSuggestAnOutageTests
{
    [Theory]
    [InlineData(1, VerdictOutcome.Allow)]
    [InlineData(24, VerdictOutcome.Allow)]
    [InlineData(25, VerdictOutcome.Refuse)]
    [InlineData(26, VerdictOutcome.Refuse)]
    public void People_WithTheSameIntent_FromTheLimitOnAreAnOutage(int people, VerdictOutcome verdict) =>
        Scene.Ask(new ManyTicketsSuggestAnOutage(), Scene.Harmless() with { SimilarRequesters = people }).ShouldBe(verdict);
}
