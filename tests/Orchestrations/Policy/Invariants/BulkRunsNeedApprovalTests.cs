using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class BulkRunsNeedApprovalTests
{
    [Theory]
    [InlineData(true, VerdictOutcome.NeedsApproval)]
    [InlineData(false, VerdictOutcome.Allow)]
    public void Harmless_InABulkRun_StillNeedsApproval(bool isBulk, VerdictOutcome verdict) =>
        Scene.Ask(new BulkRunsNeedApproval(), Scene.Harmless() with { IsBulk = isBulk }).ShouldBe(verdict);
}
