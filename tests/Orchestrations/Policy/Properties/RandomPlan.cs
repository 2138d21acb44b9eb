using CsCheck;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Policy.Properties;

/// <summary>Any plan of any steps on anybody's objects, and whatever a model said about it.</summary>
/// <param name="Steps">Its steps.</param>
/// <param name="Asker">Who asks.</param>
/// <param name="Triage">What the model, or whoever wrote its answer, said.</param>
internal sealed record RandomPlan(RandomStep[] Steps, RandomAsker Asker, TriageFacts Triage)
{
    private static readonly Gen<RandomStep> StepGen = Gen.Select(
        Gen.Enum<TargetKind>(),
        Gen.Frequency((8, Impact.Low), (4, Impact.Medium), (1, Impact.High)),
        Gen.Frequency((6, Reversibility.Undoable), (6, Reversibility.SelfHealing), (1, Reversibility.Irreversible)),
        Rarely,
        Rarely,
        Rarely,
        Gen.Frequency((20, RandomTarget.Own), (2, RandomTarget.OwnPrivate), (1, RandomTarget.SomebodyElses), (1, RandomTarget.Unknown)),
        static (kind, impact, reversibility, credentials, privacy, erases, target) => new RandomStep(kind, impact, reversibility, credentials, privacy, erases, target));

    private static readonly Gen<TriageFacts> TriageGen = Gen.Select(
        Gen.Frequency((12, Gen.Int[0, ShippedIntents.All.Count - 1].Select(static at => (string?)ShippedIntents.All[at].Id)), (1, Gen.OneOf<string?>(null, "", "device.wipe", "*"))),
        Gen.Frequency((8, Gen.Double[0.85, 1]), (2, Gen.Double[0, 1]), (1, Gen.OneOf(double.NaN, -1, 2, double.PositiveInfinity, 0.7, 0.4, 1))),
        Gen.Bool,
        Rarely,
        Rarely,
        Gen.OneOf<string?>(null, "LON-LT-0421", "*", "vpn", "Global Administrators"),
        Gen.OneOf<bool?>(null, true, false),
        static (intent, confidence, isModel, abstains, aboutOther, hint, lost) => new TriageFacts(intent, confidence, isModel, abstains, hint, hint, lost, aboutOther));

    /// <summary>All there are; of each kind that is refused there are a few, so that many others come through.</summary>
    public static Gen<RandomPlan> All { get; } = Gen.Select(
        StepGen.Array[1, 4],
        Gen.Frequency((8, RandomAsker.Themselves), (3, RandomAsker.Delegate), (1, RandomAsker.Stranger), (1, RandomAsker.DelegateWithAnotherRunbook)),
        TriageGen,
        static (steps, asker, triage) => new RandomPlan(steps, asker, triage));

    public bool IsDangerous => Steps.Any(step => step.IsDangerous);

    public bool IsForeign => Steps.Any(step => step.IsForeign) || Asker is RandomAsker.Stranger or RandomAsker.DelegateWithAnotherRunbook;

    private static Gen<bool> Rarely => Gen.Frequency((14, false), (1, true));

    /// <summary>The plan as policy is asked about it, in order but for what the steps, the asker and the triage are.</summary>
    public PolicyInput Input()
    {
        PlanStep[] steps = [.. Steps.Select((step, at) => Step(step, at))];
        var input = (Asker == RandomAsker.Themselves ? Scene.Input(steps) : Scene.Delegated(steps)).Planned(plan => plan with { Intent = Triage.Intent ?? Scene.Intent });
        var runbook = input.Runbook! with { Intents = [input.Plan.Intent] };
        return input with
        {
            Triage = Triage,
            Runbook = Asker == RandomAsker.DelegateWithAnotherRunbook ? runbook with { Subject = SubjectRule.Requester } : runbook,
            Delegation = Asker is RandomAsker.Stranger or RandomAsker.Themselves ? null : input.Delegation,
            Catalogue = Steps.Select(Descriptor).ToDictionary(descriptor => descriptor.Id, StringComparer.Ordinal),
            Devices = Steps.Select((step, at) => (step, at)).Where(one => one.step.Target != RandomTarget.Unknown).Select(one => Device(one.step, one.at))
                .ToDictionary(device => device.Id.Value, StringComparer.Ordinal),
        };
    }

    private static PlanStep Step(RandomStep step, int at) => step.Kind == TargetKind.Device
        ? Scene.OnDevice($"random.{at}", $"device-{at}")
        : Scene.OnUser($"random.{at}") with
        {
            TargetId = step.Target switch { RandomTarget.SomebodyElses => new TargetId(Scene.Max), RandomTarget.Unknown => new TargetId(""), _ => new TargetId(Scene.Rita) },
        };

    private static RemediationDescriptor Descriptor(RandomStep step, int at) => Scene.Catalogue["device.sync"] with
    {
        Id = $"random.{at}",
        Target = step.Kind,
        Impact = step.Impact,
        Reversibility = step.Reversibility,
        TouchesCredentials = step.TouchesCredentials,
        NeedsApproval = step.NeedsApproval,
        ErasesDevice = step.ErasesDevice,
    };

    private static Device Device(RandomStep step, int at) =>
        Scene.Device($"device-{at}", step.Target == RandomTarget.SomebodyElses ? Scene.Max : Scene.Rita, step.Target != RandomTarget.OwnPrivate);
}
