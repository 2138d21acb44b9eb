using CsCheck;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Confidence;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Planning;
using HelpDesk.Orchestrations.Stages.Planning.Devices;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Policy.Properties;

/// <summary>
/// From any answer of a model, over the shipped runbooks and the real planning, to the verdict: P1 holds, and what belongs to somebody
/// else is refused, also when the world or the stored plan changes between planning and deciding.
/// </summary>
public sealed class AnyModelAnswerTests : IDisposable
{
    private const int Answers = 4_000;

    private static readonly Gen<(string Intent, double Confidence, bool IsModel, string? Device, string? App, bool? Lost)> AnswerGen = Gen.Select(
        Gen.Int[0, ShippedIntents.All.Count - 1].Where(static at => ShippedIntents.All[at].IsRemediable).Select(static at => ShippedIntents.All[at].Id),
        Gen.Frequency((6, Gen.Double[0.85, 1]), (1, Gen.Double[0, 1]), (1, Gen.OneOf(double.NaN, 2, -1, 1))),
        Gen.Bool,
        Gen.OneOf<string?>(null, "LT-0", "LT-1", "LT-9", "laptop", "*"),
        Gen.OneOf<string?>(null, "vpn", "crm", "visio", "Global Administrators", "11111111-0000-4000-8000-000000000011"),
        Gen.OneOf<bool?>(null, true, false));

    private static readonly Gen<(bool ByManager, bool Enabled, int Devices, bool CompanyOwned, string System, Meddling Meddling)> WorldGen = Gen.Select(
        Gen.Bool, Gen.Bool, Gen.Int[0, 2], Gen.Bool, Gen.OneOf("Windows", "iOS"), Gen.Enum<Meddling>());

    private readonly House _house = new();
    private readonly int[] _outcomes = new int[3];
    private int _dangerousAsked;
    private int _foreign;
    private int _forOthers;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Answer_WhateverTheModelSays_NothingDangerousAndNothingOfSomebodyElsesIsAllowed()
    {
        var shipped = _house.Get<PolicySet>();
        var loosest = shipped with
        {
            Modes = new ModeRules(new RunbookSwitch(RunbookMode.Auto), new Dictionary<string, RunbookSwitch>(StringComparer.Ordinal)),
            Confidence = new ConfidenceRules(new SourceConfidence(0, 0), new SourceConfidence(0, 0)),
            Demands = [],
        };

        await Gen.Select(AnswerGen, WorldGen).SampleAsync((answer, world) => DecideAsync(answer, world, new PolicyEngine(shipped), new PolicyEngine(loosest)), iter: Answers, threads: 1);

        // Not vacuous: plans came out of it, of every kind.
        _outcomes.ShouldAllBe(count => count > Answers / 50, $"{string.Join(", ", _outcomes)}");
        _dangerousAsked.ShouldBeGreaterThan(Answers / 50);
        _foreign.ShouldBeGreaterThan(Answers / 50);
        _forOthers.ShouldBeGreaterThan(0);
    }

    private async Task DecideAsync(
        (string Intent, double Confidence, bool IsModel, string? Device, string? App, bool? Lost) answer,
        (bool ByManager, bool Enabled, int Devices, bool CompanyOwned, string System, Meddling Meddling) world,
        PolicyEngine shipped,
        PolicyEngine loosest)
    {
        Furnish(world.Enabled, world.Devices, world.CompanyOwned, world.System);
        if (await PlanAsync(answer, world.ByManager ? House.Manager : House.Requester) is not { } plan)
            return;
        plan = Meddle(plan, world.Meddling);

        var facts = await _house.Get<PolicyFacts>().GatherAsync(
            plan, PlanFingerprint.Of(plan), new TriageFacts(answer.Intent, answer.Confidence, answer.IsModel, false, answer.Device, answer.App, answer.Lost), default);

        var isDangerous = plan.Steps.Any(step => _house.Get<RemediationCatalogue>().Get(step.Remediation).Descriptor.IsNeverAutomatic);
        var isForeign = !IsOwn(plan);
        foreach (var engine in new[] { shipped, loosest })
        {
            var outcome = engine.Decide(facts).Outcome;
            if (isDangerous)
                outcome.ShouldNotBe(VerdictOutcome.Allow);
            if (isForeign)
                outcome.ShouldBe(VerdictOutcome.Refuse);
            _outcomes[(int)outcome]++;
            _dangerousAsked += isDangerous && outcome == VerdictOutcome.NeedsApproval ? 1 : 0;
            _forOthers += plan.SubjectId != plan.RequesterId && outcome == VerdictOutcome.NeedsApproval ? 1 : 0;
        }

        _foreign += isForeign ? 1 : 0;
    }

    // As the design says it, not as the product does it: the requester's own, or that of a report of the manager for the runbook of leavers.
    private bool IsOwn(Plan plan) =>
        (plan.SubjectId == plan.RequesterId || (plan.RunbookId == "leaver" && _house.Directory.Managers.GetValueOrDefault(plan.SubjectId) == plan.RequesterId))
        && plan.Steps.All(step => step.TargetKind == TargetKind.User
            ? step.TargetId == plan.SubjectId
            : _house.Directory.Devices.GetValueOrDefault(step.TargetId)?.OwnerId == plan.SubjectId);

    private async Task<Plan?> PlanAsync((string Intent, double Confidence, bool IsModel, string? Device, string? App, bool? Lost) answer, string requesterId)
    {
        if (_house.Get<RunbookLibrary>().ForIntent(answer.Intent) is not { } runbook)
            return null;
        var requester = _house.Directory.People[requesterId];
        var request = new PlanRequest
        {
            CaseId = new CaseId("servicenow-1"), Intent = answer.Intent, CreatedAt = _house.Time.GetUtcNow(), Device = new DeviceMention(answer.Device), AppHint = answer.App, IsConfirmedLost = answer.Lost,
            NamedAddresses = [$"{House.Requester}@contoso.example"],
        };
        var snapshot = new RequesterSnapshot { Person = requester, Devices = await _house.Directory.GetDevicesAsync(new PersonId(requesterId), default) };
        var (subject, _) = await _house.Get<SubjectResolver>().ResolveAsync(runbook, runbook.Steps, request, snapshot, default);
        return subject is null ? null : (await _house.Get<PlanBuilder>().BuildAsync(runbook, request, requester, subject, default)).Plan;
    }

    private void Furnish(bool enabled, int devices, bool companyOwned, string system)
    {
        _house.Directory.Managers[House.Requester] = House.Manager;
        _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { AccountEnabled = enabled };
        _house.Directory.Devices.Clear();
        for (var at = 0; at < devices; at++)
        {
            _house.Directory.Devices[$"d{at}"] = new Device
            {
                Id = new DeviceId($"d{at}"), Name = $"LT-{at}", OwnerId = new PersonId(House.Requester), OperatingSystem = system, IsCompanyOwned = companyOwned, LastSyncAt = _house.Time.GetUtcNow(),
            };
        }

        _house.Directory.Devices["m0"] = new Device { Id = new DeviceId("m0"), Name = "LT-9", OwnerId = new PersonId(House.Manager), OperatingSystem = system, IsCompanyOwned = true, LastSyncAt = _house.Time.GetUtcNow() };
    }

    private Plan Meddle(Plan plan, Meddling meddling)
    {
        switch (meddling)
        {
            case Meddling.DevicesChangeHands:
                foreach (var device in _house.Directory.Devices.Values.ToList())
                    _house.Directory.Devices[device.Id] = device with { OwnerId = new PersonId(House.Stranger) };
                return plan;
            case Meddling.ManagerChanges:
                _house.Directory.Managers[House.Requester] = House.ItManager;
                return plan;
            case Meddling.OneTargetIsForged:
                return plan with { Steps = [plan.Steps[0] with { TargetId = new TargetId(plan.Steps[0].TargetKind == TargetKind.User ? House.Stranger : "m1") }, .. plan.Steps.Skip(1)] };
            case Meddling.SubjectIsForged:
                return plan with
                {
                    SubjectId = new PersonId(House.Stranger),
                    Steps = [.. plan.Steps.Select(step => step.TargetKind == TargetKind.User ? step with { TargetId = new TargetId(House.Stranger) } : step)],
                };
            default:
                return plan;
        }
    }
}
