using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class MassRunsNeedApprovalTests
{
    [Theory]
    [InlineData(true, VerdictOutcome.NeedsApproval)]
    [InlineData(false, VerdictOutcome.Allow)]
    public void Harmless_InAMassRun_StillNeedsApproval(bool isMass, VerdictOutcome verdict) =>
        Scene.Ask(new MassRunsNeedApproval(), Scene.Harmless() with { IsMass = isMass }).ShouldBe(verdict);
}
