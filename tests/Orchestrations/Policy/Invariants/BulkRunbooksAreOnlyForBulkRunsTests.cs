using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class BulkRunbooksAreOnlyForBulkRunsTests
{
    [Theory]
    [InlineData(SubjectRule.Listed, true, VerdictOutcome.Allow)]
    [InlineData(SubjectRule.Listed, false, VerdictOutcome.Refuse)]
    [InlineData(SubjectRule.Requester, true, VerdictOutcome.Refuse)]
    [InlineData(SubjectRule.Delegate, true, VerdictOutcome.Refuse)]
    [InlineData(SubjectRule.Requester, false, VerdictOutcome.Allow)]
    [InlineData(null, true, VerdictOutcome.Refuse)]
    public void Runbook_OfTheOtherKind_Refused(SubjectRule? runbook, bool isBulk, VerdictOutcome verdict)
    {
        var input = Scene.Harmless();
        input = input with { IsBulk = isBulk, Runbook = runbook is { } subject ? input.Runbook! with { Subject = subject } : null };

        Scene.Ask(new BulkRunbooksAreOnlyForBulkRuns(), input).ShouldBe(verdict);
    }
}
