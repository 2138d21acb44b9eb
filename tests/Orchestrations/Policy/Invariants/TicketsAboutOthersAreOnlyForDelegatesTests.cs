using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class TicketsAboutOthersAreOnlyForDelegatesTests
{
    [Theory]
    [InlineData(false, SubjectRule.Requester, null, VerdictOutcome.Allow)]
    [InlineData(true, SubjectRule.Requester, null, VerdictOutcome.Refuse)]
    [InlineData(true, SubjectRule.Requester, "managers", VerdictOutcome.Refuse)]
    [InlineData(true, SubjectRule.Delegate, null, VerdictOutcome.Refuse)]
    [InlineData(true, SubjectRule.Delegate, "managers", VerdictOutcome.Allow)]
    [InlineData(true, null, "managers", VerdictOutcome.Refuse)]
    public void Text_AboutSomebodyElse_OnlyForDelegates(bool isAboutOther, SubjectRule? runbook, string? delegation, VerdictOutcome verdict)
    {
        var input = Scene.Harmless();
        input = input with
        {
            Triage = input.Triage with { IsAboutSomebodyElse = isAboutOther },
            Runbook = runbook is { } subject ? input.Runbook! with { Subject = subject } : null,
            Delegation = delegation,
        };

        Scene.Ask(new TicketsAboutOthersAreOnlyForDelegates(), input).ShouldBe(verdict);
    }
}
