using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Outcomes;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;
using HelpDesk.Orchestrations.Stages.Policy.Rules;

namespace HelpDesk.Orchestrations.Tests.Policy;

public sealed class PolicyEngineTests
{
    private static readonly string[] Speakers = ["a", "b", "c"];

    [Fact]
    public void HarmlessPlan_NobodyObjects_Allowed()
    {
        foreach (var input in new[] { Scene.Harmless(), Scene.Delegated(Scene.OnUser("user.revoke-sessions")) })
        {
            var verdict = new PolicyEngine(Scene.Policy).Decide(input);

            verdict.Findings.ShouldBeEmpty();
            (verdict.Outcome, verdict.Approval, verdict.PolicyHash, verdict.Why).ShouldBe((VerdictOutcome.Allow, null, "policy-hash", ""));
        }
    }

    [Theory]
    [InlineData("", VerdictOutcome.Allow)]
    [InlineData("allow", VerdictOutcome.Allow)]
    [InlineData("allow,approve", VerdictOutcome.NeedsApproval)]
    [InlineData("approve,allow,approve", VerdictOutcome.NeedsApproval)]
    [InlineData("allow,approve,refuse", VerdictOutcome.Refuse)]
    [InlineData("refuse,approve,allow", VerdictOutcome.Refuse)]
    [InlineData("refuse,allow", VerdictOutcome.Refuse)]
    [InlineData("silent,silent", VerdictOutcome.Allow)]
    [InlineData("silent,throw", VerdictOutcome.Refuse)]
    [InlineData("throw,approve", VerdictOutcome.Refuse)]
    [InlineData("allow,nonsense", VerdictOutcome.Refuse)]
    public void Answers_OfSeveralRules_TheStrictestWins(string answers, VerdictOutcome verdict)
    {
        var rules = answers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((answer, at) => new SpokenRule(Speakers[at], answer)).ToList();

        var decided = Engine(rules).Decide(Scene.Harmless());

        decided.Outcome.ShouldBe(verdict);
        decided.Findings.Select(finding => finding.Rule).ShouldBe(rules.Where(rule => rule.Answer != "silent").Select(rule => rule.Name), ignoreOrder: true);
        decided.Findings.Select(finding => finding.Outcome).ShouldBeInOrder(SortDirection.Descending);
        (decided.Approval is not null).ShouldBe(verdict == VerdictOutcome.NeedsApproval);
    }

    [Theory]
    [InlineData("throw", "InvalidOperationException")]
    [InlineData("cancel", "OperationCanceledException")]
    [InlineData("nonsense", "an unknown answer")]
    public void Rule_ThatFails_RefusesByItsNameAndTellsNothingOfItsFault(string answer, string told)
    {
        var finding = Engine([new SpokenRule("the-rule", answer)]).Decide(Scene.Harmless()).Findings.ShouldHaveSingleItem();

        (finding.Rule, finding.Outcome).ShouldBe(("the-rule", VerdictOutcome.Refuse));
        finding.Reason.ShouldContain(told);
        finding.Reason.ShouldNotContain(SpokenRule.Secret);
    }

    [Fact]
    public void Rule_ThatFails_KeepsNoOtherRuleFromSpeaking() =>
        Engine([new SpokenRule("first", "throw"), new SpokenRule("second", "approve"), new SpokenRule("third", "throw")])
            .Decide(Scene.Harmless() with { KillSwitchIsOn = true }).Findings.Select(finding => finding.Rule)
            .ShouldBe(["first", "second", "third", nameof(KillSwitchStopsEverything)], ignoreOrder: true);

    [Fact]
    public void Invariants_WhateverOtherRulesThereAre_AreAllAsked()
    {
        string[] invariants = [.. AllInvariants.Rules.Select(rule => rule.Name)];

        new PolicyEngine(Scene.Policy).Rules.ShouldBe([.. invariants, .. DataRules.All.Select(rule => rule.Name)]);
        new PolicyEngine(Scene.Policy with { Demands = ["GuestsAreHandedOver", "Unheard", "GuestsAreHandedOver"] }).Rules
            .ShouldBe([.. invariants, .. DataRules.All.Select(rule => rule.Name), "GuestsAreHandedOver", "Unheard"]);
        Engine([]).Rules.ShouldBe(invariants);
    }

    [Fact]
    public void RuleOfAnInvariantsName_ThatSaysNothing_DoesNotReplaceIt() =>
        Engine([new SpokenRule(nameof(KillSwitchStopsEverything), "silent")]).Decide(Scene.Harmless() with { KillSwitchIsOn = true }).Outcome.ShouldBe(VerdictOutcome.Refuse);

    [Fact]
    public void EveryRuleAtOnce_Spoken_AllAreNamedInAVerdictThatCanBeKept()
    {
        var policy = Scene.Policy with
        {
            Modes = new ModeRules(new RunbookSwitch(RunbookMode.Off, 0), new Dictionary<string, RunbookSwitch>(StringComparer.Ordinal)),
            Freezes = [new ChangeFreeze("always", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new string('é', 500), [])],
            Demands = [.. OptionalRules.All.Select(rule => rule.Name), "NobodyKnowsThisRule"],
        };

        var engine = new PolicyEngine(policy);
        var verdict = engine.Decide(Everything());

        // Those about undos and containment speak only of such plans; the one about executives where too few would approve.
        verdict.Findings.Select(finding => finding.Rule).ShouldBe(engine.Rules.Except([nameof(UndoIsNeverAutomatic), nameof(ContainmentPlansOnlyContain), nameof(CredentialsOfExecutivesNeedTwoApprovers), nameof(WhatTheTicketDoesNotSayIsNeverPutToApproval)]), ignoreOrder: true);
        verdict.Outcome.ShouldBe(VerdictOutcome.Refuse);
        Payload.Write(verdict, "decide-policy").ShouldNotBeEmpty();
        // The hand-over to a person carries the findings too, beside the reason.
        Payload.Write(new EscalateCase.Input(new CaseId("servicenow-1"), CasePath.Refused, verdict.Why, "device.sync", verdict.Findings, []), "escalate").ShouldNotBeEmpty();
        Recorded(verdict);
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 200)]
    [InlineData(5_000, 200)]
    public void Reason_LongerThanAnAuditEntryTakes_IsShortened(int length, int kept)
    {
        var reason = Engine([new SpokenRule("long", "refuse", new string('x', length))]).Decide(Scene.Harmless()).Findings.ShouldHaveSingleItem().Reason;

        reason.Length.ShouldBe(kept);
        reason.EndsWith('…').ShouldBe(length > kept);
    }

    [Theory]
    [InlineData("Two\nlines")]
    [InlineData("A tab\tand a bell\u0007")]
    public void Reason_WithControlCharacters_IsOneLineThatTheAuditLogTakes(string written)
    {
        var verdict = Engine([new SpokenRule("lines", "refuse", written)]).Decide(Scene.Harmless());

        verdict.Why.ShouldNotContain(letter => char.IsControl(letter));
        Recorded(verdict);
    }

    [Theory]
    [InlineData(197)]
    [InlineData(198)]
    [InlineData(199)]
    public void Reason_CutAtAPictureOfTwoUnits_IsStillText(int before)
    {
        var verdict = Engine([new SpokenRule("picture", "refuse", new string('x', before) + "🔥 and more words after it")]).Decide(Scene.Harmless());

        verdict.Findings.ShouldHaveSingleItem().Reason.Length.ShouldBeLessThanOrEqualTo(200);
        Recorded(verdict);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "r0")]
    [InlineData(5, "r0 r1 r2 r3 r4")]
    [InlineData(7, "r0 r1 r2 r3 r4 And 2 more.")]
    public void Why_OfManyReasons_TellsFiveAndHowManyMore(int refusals, string why)
    {
        IEnumerable<RuleFinding> findings = Enumerable.Range(0, refusals).Select(at => new RuleFinding($"rule{at}", VerdictOutcome.Refuse, $"r{at}"));

        new Verdict(VerdictOutcome.Refuse, [.. findings, new RuleFinding("milder", VerdictOutcome.NeedsApproval, "not told")], null, "").Why.ShouldBe(why);
    }

    private static PolicyEngine Engine(IEnumerable<PolicyRule> rules) => new(Scene.Policy, rules);

    private static void Recorded(Verdict verdict) => AuditLimits.Check(new AuditEvent(
        new CaseId("servicenow-1"), "servicenow-1/5/decided", AuditKinds.PolicyDecided, "policy", $"Policy refuses the plan: {verdict.Why}",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["rules"] = string.Join(", ", verdict.Findings.Select(finding => $"{finding.Rule}={finding.Outcome}")) }));

    private static PolicyInput Everything()
    {
        var input = Scene.Input(
            Scene.OnDevice("device.wipe", "device-unknown"),
            Scene.OnUser("user.unheard-of-and-so-everything-that-could-be-bad"),
            Scene.OnUser("user.enable-sign-in"),
            Undoing.Undone(Scene.OnUser("group.add-member", ("groupId", Scene.CrmGroup))));
        return input.Planned(plan => plan with { RequesterId = new PersonId(""), Intent = "device.stolen", Opening = PlanOpening.Unknown, OperatorId = plan.SubjectId }) with
        {
            PlanHash = new PlanHash("forged"),
            Runbook = null,
            Requester = null,
            Subject = Scene.Person("somebody-else", Scene.VipGroup, Scene.BreakGlassGroup) with { Roles = [HeldRole.Unknown], IsGuest = true, IsSynced = true, IsFunctional = true },
            Triage = input.Triage with { Confidence = 0.1, IsAbstention = true, IsAboutSomebodyElse = true },
            Risk = AccountRisk.Confirmed,
            KillSwitchIsOn = true,
            ExhaustedBudget = "400 effects an hour, of which 400 are used and this needs 1",
            ApprovalLimit = "The requester's tickets asked for 6 approvals in this hour.",
            AttackPattern = "Who opened this ticket asked for the credentials of many people.",
            IsBulk = true,
            SimilarRequesters = 1_000,
        };
    }
}
