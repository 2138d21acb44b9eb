using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class PlanIsFromAKnownRunbookTests
{
    private static readonly TimeSpan CrmExpiry = TimeSpan.FromDays(180);
    private static readonly TimeSpan VpnExpiry = TimeSpan.FromDays(365);

    [Theory]
    [InlineData("as written", VerdictOutcome.Allow)]
    [InlineData("one of two steps was left out", VerdictOutcome.Allow)]
    [InlineData("the runbook is not loaded", VerdictOutcome.Refuse)]
    [InlineData("another runbook is loaded", VerdictOutcome.Refuse)]
    [InlineData("the runbook was changed since", VerdictOutcome.Refuse)]
    [InlineData("the runbook answers another intent", VerdictOutcome.Refuse)]
    [InlineData("no step", VerdictOutcome.Refuse)]
    [InlineData("the same step id twice", VerdictOutcome.Refuse)]
    [InlineData("a step that is not in the runbook", VerdictOutcome.Refuse)]
    [InlineData("a step of the runbook's id that does something else", VerdictOutcome.Refuse)]
    [InlineData("a step of another id that does the same", VerdictOutcome.Refuse)]
    public void Plan_ThatTheRunbookInForceDoesNotSay_Refused(string condition, VerdictOutcome verdict)
    {
        var sync = Scene.OnDevice("device.sync");
        var restart = Scene.OnDevice("device.restart");
        var input = Scene.Input(sync, restart);
        var runbook = input.Runbook!;
        PolicyInput Steps(params PlanStep[] steps) => input.Planned(plan => plan with { Steps = steps });
        input = condition switch
        {
            "as written" => input,
            "one of two steps was left out" => Steps(restart),
            "the runbook is not loaded" => input with { Runbook = null },
            "another runbook is loaded" => input with { Runbook = runbook with { Id = "another" } },
            "the runbook was changed since" => input with { Runbook = runbook with { Hash = "changed" } },
            "the runbook answers another intent" => input with { Runbook = runbook with { Intents = ["device.slow"] } },
            "no step" => Steps(),
            "the same step id twice" => Steps(sync, restart, restart),
            "a step that is not in the runbook" => Steps(sync, restart, Scene.OnDevice("device.wipe")),
            "a step of the runbook's id that does something else" => Steps(sync, restart with { Remediation = "device.wipe" }),
            _ => Steps(sync, restart with { Id = "restart-again" }),
        };

        Scene.Ask(new PlanIsFromAKnownRunbook(), input).ShouldBe(verdict);
    }

    [Theory]
    [InlineData("retire-1", "device.retire", VerdictOutcome.Allow)]
    [InlineData("retire-20", "device.retire", VerdictOutcome.Allow)]
    [InlineData("retire", "device.retire", VerdictOutcome.Refuse)]
    [InlineData("retired-1", "device.retire", VerdictOutcome.Refuse)]
    [InlineData("retire-1", "device.wipe", VerdictOutcome.Refuse)]
    public void StepOnAllDevices_IdOfThePlan_BeginsWithTheRunbooks(string id, string remediation, VerdictOutcome verdict)
    {
        var input = Scene.Input(Scene.OnDevice(remediation) with { Id = id }) with
        {
            Runbook = Scene.Runbook(SubjectRule.Requester, new RunbookStep("retire", "device.retire", StepTarget.Devices, [], new Dictionary<string, string>(StringComparer.Ordinal), false, 1)),
        };

        Scene.Ask(new PlanIsFromAKnownRunbook(), input).ShouldBe(verdict);
    }

    [Theory]
    [InlineData("the group and expiry of one entry", VerdictOutcome.Allow)]
    [InlineData("the group of one entry, the expiry of another", VerdictOutcome.Refuse)]
    [InlineData("the expiry was dropped", VerdictOutcome.Refuse)]
    [InlineData("the expiry was lengthened", VerdictOutcome.Refuse)]
    [InlineData("the group was dropped", VerdictOutcome.Refuse)]
    [InlineData("group and expiry were dropped", VerdictOutcome.Refuse)]
    [InlineData("a group that is not catalogued", VerdictOutcome.Refuse)]
    [InlineData("a parameter that the runbook does not give", VerdictOutcome.Refuse)]
    public void Access_ThatTheTicketAsksFor_IsOneEntryOfTheCatalogue(string condition, VerdictOutcome verdict)
    {
        (string, string) group = ("groupId", Scene.CrmGroup);
        var step = condition switch
        {
            "the group and expiry of one entry" => Add(group, Expires(CrmExpiry)),
            "the group of one entry, the expiry of another" => Add(group, Expires(VpnExpiry)),
            "the expiry was dropped" => Add(group),
            "the expiry was lengthened" => Add(group, Expires(TimeSpan.FromDays(36_500))),
            "the group was dropped" => Add(Expires(CrmExpiry)),
            "group and expiry were dropped" => Add(),
            "a group that is not catalogued" => Add(("groupId", "11111111-0000-4000-8000-0000000000ff"), Expires(CrmExpiry)),
            _ => Add(group, Expires(CrmExpiry), ("role", "owner")),
        };

        Scene.Ask(new PlanIsFromAKnownRunbook(), Asked(step, ("groupId", "access.requested.group"), ("expiresAfter", "access.requested.expires-after"))).ShouldBe(verdict);
    }

    [Theory]
    [InlineData("access.requested.sku", Scene.VisioSku, VerdictOutcome.Allow)]
    [InlineData("access.visio.sku", Scene.VisioSku, VerdictOutcome.Allow)]
    [InlineData("access.visio.sku", Scene.TeamsSku, VerdictOutcome.Refuse)]
    [InlineData("access.gone.sku", Scene.VisioSku, VerdictOutcome.Refuse)]
    [InlineData("access.requested.colour", Scene.VisioSku, VerdictOutcome.Refuse)]
    [InlineData(Scene.VisioSku, Scene.VisioSku, VerdictOutcome.Allow)]
    [InlineData(Scene.VisioSku, Scene.TeamsSku, VerdictOutcome.Refuse)]
    public void Parameter_AsTheRunbookWritesIt_GivesThePlans(string written, string planned, VerdictOutcome verdict) =>
        Scene.Ask(new PlanIsFromAKnownRunbook(), Asked(Scene.OnUser("user.assign-licence", ("skuId", planned)), ("skuId", written))).ShouldBe(verdict);

    [Theory]
    [InlineData(Scene.TeamsSku, Scene.VisioSku, VerdictOutcome.Allow)]
    [InlineData(Scene.VisioSku, Scene.TeamsSku, VerdictOutcome.Refuse)]
    [InlineData(Scene.VisioSku, Scene.VisioSku, VerdictOutcome.Refuse)]
    [InlineData("05e9a617-0261-4cee-bb44-138d3ef5d965", Scene.VisioSku, VerdictOutcome.Refuse)]
    public void Swap_OnlyOfALicenceThatTheRequestedOneReplaces_IsThePlans(string from, string to, VerdictOutcome verdict) =>
        Scene.Ask(
            new PlanIsFromAKnownRunbook(),
            Asked(Scene.OnUser("user.swap-licence", ("fromSkuId", from), ("toSkuId", to)), ("fromSkuId", "access.replaced.sku"), ("toSkuId", "access.requested.sku"))).ShouldBe(verdict);

    [Theory]
    [InlineData(null, VerdictOutcome.Allow)]
    [InlineData("365.00:00:00", VerdictOutcome.Refuse)]
    public void Expiry_OfAnEntryThatHasNone_IsLeftOut(string? expires, VerdictOutcome verdict)
    {
        var step = expires is null
            ? Scene.OnUser("user.assign-licence", ("skuId", Scene.VisioSku))
            : Scene.OnUser("user.assign-licence", ("skuId", Scene.VisioSku), ("expiresAfter", expires));

        Scene.Ask(new PlanIsFromAKnownRunbook(), Asked(step, ("skuId", "access.requested.sku"), ("expiresAfter", "access.requested.expires-after"))).ShouldBe(verdict);
    }

    private static PlanStep Add(params (string, string)[] parameters) => Scene.OnUser("group.add-member", parameters);

    private static (string, string) Expires(TimeSpan after) => ("expiresAfter", after.ToString("c"));

    private static PolicyInput Asked(PlanStep step, params (string Name, string Value)[] with) => Scene.Input(step) with
    {
        Runbook = Scene.Runbook(SubjectRule.Requester, Scene.Written(step) with { With = with.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal) }),
    };
}
