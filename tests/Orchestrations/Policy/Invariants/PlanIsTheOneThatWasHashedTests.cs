using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class PlanIsTheOneThatWasHashedTests
{
    private static readonly string Hash = Scene.Harmless().PlanHash;

    [Theory]
    [InlineData("the stored plan's", VerdictOutcome.Allow)]
    [InlineData("of another plan", VerdictOutcome.Refuse)]
    [InlineData("the same in capitals", VerdictOutcome.Refuse)]
    [InlineData("cut short", VerdictOutcome.Refuse)]
    [InlineData("empty, as the stored one", VerdictOutcome.Refuse)]
    public void Hash_ThatTheWorkflowCarries_MustBeTheStoredPlans(string condition, VerdictOutcome verdict)
    {
        var input = Scene.Harmless();
        input = condition switch
        {
            "the stored plan's" => input,
            "of another plan" => input with { PlanHash = Scene.Input(Scene.OnDevice("device.wipe")).PlanHash },
            "the same in capitals" => input with { PlanHash = new PlanHash(Hash.ToUpperInvariant()) },
            "cut short" => input with { PlanHash = new PlanHash(Hash[..^1]) },
            _ => input with { PlanHash = new PlanHash(""), StoredPlanHash = new PlanHash("") },
        };

        Scene.Ask(new PlanIsTheOneThatWasHashed(), input).ShouldBe(verdict);
    }

    [Theory]
    [InlineData("nothing", VerdictOutcome.Allow)]
    [InlineData("requester", VerdictOutcome.Refuse)]
    [InlineData("subject", VerdictOutcome.Refuse)]
    [InlineData("runbook hash", VerdictOutcome.Refuse)]
    [InlineData("remediation", VerdictOutcome.Refuse)]
    [InlineData("target", VerdictOutcome.Refuse)]
    [InlineData("target kind", VerdictOutcome.Refuse)]
    [InlineData("parameter", VerdictOutcome.Refuse)]
    [InlineData("prior state", VerdictOutcome.Refuse)]
    [InlineData("undo text", VerdictOutcome.Refuse)]
    [InlineData("one more step", VerdictOutcome.Refuse)]
    [InlineData("order of the steps", VerdictOutcome.Refuse)]
    public void StoredPlan_ForgedInOnePlace_Refused(string forged, VerdictOutcome verdict)
    {
        var input = Scene.Input(Scene.OnDevice("device.sync"), Scene.OnUser("user.revoke-sessions"));
        var plan = input.Plan;
        var (first, second) = (plan.Steps[0], plan.Steps[1]);
        Plan Steps(params PlanStep[] steps) => plan with { Steps = steps };
        var stored = forged switch
        {
            "nothing" => Steps(first with { }, second with { }),
            "requester" => plan with { RequesterId = new PersonId(Scene.Max) },
            "subject" => plan with { SubjectId = new PersonId(Scene.Max) },
            "runbook hash" => plan with { RunbookHash = "another" },
            "remediation" => Steps(first with { Remediation = "device.wipe" }, second),
            "target" => Steps(first with { TargetId = new TargetId("device-2") }, second),
            "target kind" => Steps(first with { TargetKind = TargetKind.User }, second),
            "parameter" => Steps(first, Scene.OnUser("user.revoke-sessions", ("groupId", Scene.CrmGroup))),
            "prior state" => Steps(first with { PriorState = "{\"enabled\":true}" }, second),
            "undo text" => Steps(first with { UndoText = "Nothing happens." }, second),
            "one more step" => Steps(first, second, Scene.OnDevice("device.wipe")),
            _ => Steps(second, first),
        };

        Scene.Ask(new PlanIsTheOneThatWasHashed(), input with { StoredPlanHash = PlanFingerprint.Of(stored) }).ShouldBe(verdict);
    }
}
