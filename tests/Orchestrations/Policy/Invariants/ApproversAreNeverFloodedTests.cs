using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class ApproversAreNeverFloodedTests
{
    [Theory]
    [InlineData(null, VerdictOutcome.Allow)]
    [InlineData("An approval for this person and runbook is open already.", VerdictOutcome.Refuse)]
    public void Plan_BeyondALimitOfApprovals_IsRefused(string? limit, VerdictOutcome verdict) =>
        Scene.Ask(new ApproversAreNeverFlooded(), Scene.Input(Scene.OnUser("user.revoke-sessions")) with { ApprovalLimit = limit }).ShouldBe(verdict);
}
