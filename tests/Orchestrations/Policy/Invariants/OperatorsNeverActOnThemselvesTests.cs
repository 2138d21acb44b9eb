using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class OperatorsNeverActOnThemselvesTests
{
    [Theory]
    [InlineData(false, VerdictOutcome.Allow)]
    [InlineData(true, VerdictOutcome.Refuse)]
    public void Operator_WhoIsThePersonItIsAbout_IsRefused(bool isOwn, VerdictOutcome verdict)
    {
        var input = Scene.Input(Scene.OnUser("user.revoke-sessions"));
        var by = new PersonId(isOwn ? input.Plan.SubjectId.Value.ToUpperInvariant() : "0b000000-0000-4000-8000-000000000001");

        Scene.Ask(new OperatorsNeverActOnThemselves(), input with { Plan = input.Plan with { OperatorId = by } }).ShouldBe(verdict);
        Scene.Ask(new OperatorsNeverActOnThemselves(), input).ShouldBe(VerdictOutcome.Allow);
    }
}
