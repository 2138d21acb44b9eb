using CsCheck;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Confidence;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Rules;

namespace HelpDesk.Orchestrations.Tests.Policy.Properties;

/// <summary>What holds for every plan and every answer of a model, however loosely the policy files are written.</summary>
public sealed class PolicyPropertyTests
{
    private const int Plans = 20_000;
    private const int Engines = 5_000;

    private static readonly PolicySet Loosest = Scene.Policy with { Confidence = new ConfidenceRules(new SourceConfidence(0, 0), new SourceConfidence(0, 0)) };

    private static readonly Gen<SpokenRule[]> RuleGen =
        Gen.Frequency((3, "silent"), (3, "allow"), (2, "approve"), (1, "refuse"), (1, "throw"), (1, "nonsense")).Array[0, 6]
            .Select(static answers => answers.Select(static (answer, at) => new SpokenRule($"rule-{at}", answer)).ToArray());

    private static readonly Func<PolicyInput, PolicyInput>[] Worse =
    [
        static input => input with { KillSwitchIsOn = true },
        static input => input with { ExhaustedBudget = "5 effects an hour" },
        static input => input with { SimilarRequesters = 25 },
        static input => input with { Runbook = null },
        static input => input with { PlanHash = new PlanHash("forged") },
        static input => input with { Requester = null },
        static input => input with { Delegation = null },
        static input => input with { Subject = input.Subject! with { Roles = [HeldRole.Unknown] } },
        static input => input with { Subject = input.Subject! with { IsFunctional = true } },
        static input => input with { Subject = input.Subject! with { GroupIds = [Scene.VipGroup] } },
        static input => input with { Subject = input.Subject! with { GroupIds = [Scene.BreakGlassGroup] } },
        static input => input with { Triage = input.Triage with { IsAbstention = true } },
        static input => input with { Triage = input.Triage with { IsAboutSomebodyElse = true } },
        static input => input with { Triage = input.Triage with { Confidence = 0.5 } },
        static input => input with { Triage = input.Triage with { Confidence = 0.1 } },
        static input => input with { Devices = input.Devices.Values.Select(device => device with { IsCompanyOwned = false }).ToDictionary(device => device.Id.Value, StringComparer.Ordinal) },
        static input => input with { Devices = input.Devices.Values.Select(device => device with { OwnerId = new PersonId(Scene.Max) }).ToDictionary(device => device.Id.Value, StringComparer.Ordinal) },
        static input => Described(input, descriptor => descriptor with { Impact = Impact.High }),
        static input => Described(input, descriptor => descriptor with { Reversibility = Reversibility.Irreversible }),
        static input => Described(input, descriptor => descriptor with { TouchesCredentials = true }),
        static input => Described(input, descriptor => descriptor with { NeedsApproval = true }),
        static input => Described(input, descriptor => descriptor with { ErasesDevice = true }),
        static input => input with { Catalogue = new Dictionary<string, RemediationDescriptor>(StringComparer.Ordinal) },
    ];

    [Fact]
    public void AnyPlan_WithADangerousStep_IsNeverAllowedAndOneOnSomebodyElsesObjectIsRefused()
    {
        var counts = new int[3];
        var (dangerousAsked, foreign) = (0, 0);
        var engine = new PolicyEngine(Loosest);

        RandomPlan.All.Sample(
            plan =>
            {
                var outcome = engine.Decide(plan.Input()).Outcome;

                if (plan.IsDangerous)
                    outcome.ShouldNotBe(VerdictOutcome.Allow);
                if (plan.IsForeign)
                    outcome.ShouldBe(VerdictOutcome.Refuse);
                if (outcome == VerdictOutcome.Allow)
                    plan.Triage.Confidence.ShouldBeInRange(ConfidenceRules.LeastAutomatic, 1);

                Interlocked.Increment(ref counts[(int)outcome]);
                if (plan.IsDangerous && outcome == VerdictOutcome.NeedsApproval)
                    Interlocked.Increment(ref dangerousAsked);
                if (plan.IsForeign)
                    Interlocked.Increment(ref foreign);
            },
            iter: Plans);

        // Not vacuous: much is allowed, and what is dangerous is mostly asked for the danger alone.
        counts.ShouldAllBe(count => count > Plans / 20);
        dangerousAsked.ShouldBeGreaterThan(Plans / 20);
        foreign.ShouldBeGreaterThan(Plans / 20);
    }

    [Fact]
    public void AnyPlan_WithOneFactWorse_IsNotJudgedMilder()
    {
        var stricter = 0;
        var engine = new PolicyEngine(Scene.Policy);

        Gen.Select(RandomPlan.All, Gen.Int[0, Worse.Length - 1]).Sample(
            (plan, worse) =>
            {
                var input = plan.Input();
                var (before, after) = (engine.Decide(input).Outcome, engine.Decide(Worse[worse](input)).Outcome);

                ((int)after).ShouldBeGreaterThanOrEqualTo((int)before);
                if (after > before)
                    Interlocked.Increment(ref stricter);
            },
            iter: Engines);

        stricter.ShouldBeGreaterThan(Engines / 20);
    }

    [Fact]
    public void AnyFinding_Added_DoesNotLoosenTheVerdict() =>
        Gen.Select(RandomPlan.All, RuleGen, Gen.OneOf("silent", "allow", "approve", "refuse", "throw", "nonsense")).Sample(
            (plan, rules, added) =>
            {
                var input = plan.Input();
                var before = new PolicyEngine(Scene.Policy, rules).Decide(input);
                var after = new PolicyEngine(Scene.Policy, [.. rules, new SpokenRule("added", added)]).Decide(input);

                var least = added switch { "silent" or "allow" => VerdictOutcome.Allow, "approve" => VerdictOutcome.NeedsApproval, _ => VerdictOutcome.Refuse };
                after.Outcome.ShouldBe((VerdictOutcome)Math.Max((int)before.Outcome, (int)least));
                before.Findings.Select(finding => (finding.Rule, finding.Outcome)).Except(after.Findings.Select(finding => (finding.Rule, finding.Outcome))).ShouldBeEmpty();
            },
            iter: Engines);

    [Fact]
    public void Rules_InAnyOrder_GiveTheSameVerdict() =>
        Gen.Select(RandomPlan.All, RuleGen, Gen.Double.Array[20]).Sample(
            (plan, spoken, keys) =>
            {
                IReadOnlyList<PolicyRule> rules = [.. spoken, .. DataRules.All, .. OptionalRules.All];
                var input = plan.Input();
                var one = new PolicyEngine(Scene.Policy, rules).Decide(input);
                var other = new PolicyEngine(Scene.Policy, Shuffled(rules, keys)).Decide(input);

                (other.Outcome, other.Approval).ShouldBe((one.Outcome, one.Approval));
                other.Findings.ShouldBe(one.Findings, ignoreOrder: true);
            },
            iter: Engines);

    [Fact]
    public void Steps_InAnyOrder_GiveTheSameVerdictByTheSameRules() =>
        Gen.Select(RandomPlan.All, Gen.Double.Array[20]).Sample(
            (plan, keys) =>
            {
                var engine = new PolicyEngine(Scene.Policy);
                var input = plan.Input();
                var one = engine.Decide(input);
                var other = engine.Decide(input.Planned(before => before with { Steps = Shuffled(before.Steps, keys) }));

                (other.Outcome, other.Approval).ShouldBe((one.Outcome, one.Approval));
                other.Findings.Select(finding => (finding.Rule, finding.Outcome)).ShouldBe(one.Findings.Select(finding => (finding.Rule, finding.Outcome)));
            },
            iter: Engines);

    private static List<T> Shuffled<T>(IReadOnlyList<T> items, double[] keys) => [.. items.Select((item, at) => (item, Key: keys[at % keys.Length])).OrderBy(one => one.Key).Select(one => one.item)];

    private static PolicyInput Described(PolicyInput input, Func<RemediationDescriptor, RemediationDescriptor> change) =>
        input.Described(input.Plan.Steps[^1].Remediation, change);
}
