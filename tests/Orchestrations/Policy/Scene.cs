using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Policy.Approvers;
using HelpDesk.Orchestrations.Domain.Policy.Budgets;
using HelpDesk.Orchestrations.Domain.Policy.Confidence;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Policy.Protection;
using HelpDesk.Orchestrations.Domain.Policy.Routing;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Rules;
using HelpDesk.Orchestrations.Tests.Runbooks;

namespace HelpDesk.Orchestrations.Tests.Policy;

/// <summary>A plan that every rule lets pass: Rita asks for her own account or device and all is in order. A test changes one thing.</summary>
public static class Scene
{
    public const string Rita = "0a000000-0000-4000-8000-00000000000a";
    public const string Max = "0a000000-0000-4000-8000-00000000000b";
    public const string Laptop = "device-1";
    public const string VipGroup = "11111111-0000-4000-8000-000000000005";
    public const string BreakGlassGroup = "11111111-0000-4000-8000-000000000006";
    public const string BreakGlassAccount = "0a000000-0000-4000-8000-00000000000e";
    public const string Intent = "device.sync";
    public const string RunbookId = "under-test";
    public const string CrmGroup = "11111111-0000-4000-8000-000000000011";
    public const string VpnGroup = "11111111-0000-4000-8000-000000000010";
    public const string VisioSku = "38b434d2-a15e-4cde-9a98-e737c75623e1";
    public const string TeamsSku = "38b434d2-a15e-4cde-9a98-e737c75623e2";

    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static IReadOnlyDictionary<string, RemediationDescriptor> Catalogue { get; } =
        TestCatalogue.Create().Descriptors.ToDictionary(descriptor => descriptor.Id, StringComparer.Ordinal);

    public static PolicySet Policy { get; } = new()
    {
        Hash = "policy-hash",
        Approvers = new[] { "security", "desk", "managers", "owners" }.ToDictionary(name => name, name => new ApproverGroup(name, name, new GroupId(name)), StringComparer.Ordinal),
        Approvals = new ApprovalRules(
            [Requirement("destructive", "security", 2, deadlineHours: 8), Requirement("owner", "owners", 1, deadlineHours: 72), Requirement("standard", "desk", 1, deadlineHours: 24)],
            "standard",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["device.wipe"] = "destructive" }),
        Modes = new ModeRules(new RunbookSwitch(RunbookMode.Auto), new Dictionary<string, RunbookSwitch>(StringComparer.Ordinal)),
        Freezes = [],
        Budgets = new BudgetRules(400, 30, new Dictionary<string, int>(StringComparer.Ordinal), 25),
        Protection = new ProtectionRules(Ids(VipGroup), Ids(BreakGlassGroup), Ids(BreakGlassAccount)),
        Confidence = new ConfidenceRules(new SourceConfidence(0.85, 0.60), new SourceConfidence(0.95, 0.60)),
        Delegates = [],
        Demands = [],
        KillSwitchIsOnByDefault = false,
        Bulk = new BulkRules(new BulkLimits([5, 50], 8, 1200, 0.2, 0.1, 10), 2000, "destructive"),
        Access = new AccessCatalogue(
        [
            new AccessEntry("vpn", AccessKind.Application, "VPN access", ["vpn"], new GroupId(VpnGroup), null, null, TimeSpan.FromDays(365)),
            new AccessEntry("crm", AccessKind.Application, "CRM", ["crm"], new GroupId(CrmGroup), null, "owner", TimeSpan.FromDays(180)),
            new AccessEntry("visio", AccessKind.Licence, "Visio", ["visio"], null, VisioSku, "owner", null) { Replaces = ["teams"] },
            new AccessEntry("teams", AccessKind.Licence, "Teams", ["teams"], null, TeamsSku, null, null),
        ]),
        Routing = new RoutingTable(new Route(new Dictionary<string, string>(StringComparer.Ordinal), null), new Dictionary<string, Route>(StringComparer.Ordinal)),
    };

    /// <summary>A plan of these steps, and the runbook that it was made of; nobody objects to a harmless one.</summary>
    public static PolicyInput Input(params PlanStep[] steps)
    {
        var plan = new Plan
        {
            CaseId = new CaseId("servicenow-1"),
            RunbookId = RunbookId,
            RunbookHash = "runbook-hash",
            Intent = Intent,
            RequesterId = new PersonId(Rita),
            SubjectId = new PersonId(Rita),
            Steps = steps,
        };
        return new PolicyInput
        {
            Plan = plan,
            PlanHash = PlanFingerprint.Of(plan),
            StoredPlanHash = PlanFingerprint.Of(plan),
            Runbook = Runbook(SubjectRule.Requester, [.. steps.Select(Written)]),
            Catalogue = Catalogue,
            Requester = Person(Rita),
            Subject = Person(Rita),
            Devices = new Dictionary<string, Device>(StringComparer.Ordinal) { [Laptop] = Device(Laptop) },
            Triage = new TriageFacts(Intent, 0.99, IsModel: true, IsAbstention: false),
            SimilarRequesters = 1,
            KillSwitchIsOn = false,
            Now = Now,
        };
    }

    /// <summary>The harmless plan: one device of the requester's own is synchronised.</summary>
    public static PolicyInput Harmless() => Input(OnDevice("device.sync"));

    /// <summary>Max is manager of Rita and asks for her; a delegate rule of the runbook lets him.</summary>
    public static PolicyInput Delegated(params PlanStep[] steps)
    {
        var input = Input(steps).Planned(plan => plan with { RequesterId = new PersonId(Max) });
        return input with { Requester = Person(Max), Delegation = "managers", Runbook = input.Runbook! with { Subject = SubjectRule.Delegate } };
    }

    public static PlanStep OnUser(string remediation, params (string Name, string Value)[] parameters) =>
        new(remediation.Replace('.', '-'), remediation, TargetKind.User, new TargetId(Rita), "Rita", Sorted(parameters), "{}", "As found");

    public static PlanStep OnDevice(string remediation, string device = Laptop) =>
        new(remediation.Replace('.', '-'), remediation, TargetKind.Device, new TargetId(device), "Laptop", Sorted([]), "{}", "As found");

    public static Person Person(string id, params string[] groups) =>
        new() { Id = new PersonId(id), UserPrincipalName = $"{id}@contoso.example", DisplayName = "Name", AccountEnabled = true, GroupIds = groups };

    public static Device Device(string id, string? owner = Rita, bool isCompanyOwned = true) =>
        new() { Id = new DeviceId(id), Name = "Laptop", OwnerId = owner is { } personIdText ? new PersonId(personIdText) : null, OperatingSystem = "Windows", IsCompanyOwned = isCompanyOwned };

    public static Runbook Runbook(SubjectRule subject, params RunbookStep[] steps) => new()
    {
        Id = RunbookId,
        Title = "Under test",
        Intents = [Intent],
        Subject = subject,
        Steps = steps,
        Tell = new RunbookMessages(Text, Text, Text, Text),
        Hash = "runbook-hash",
        File = "runbooks/under-test.yaml",
    };

    public static RunbookStep Written(PlanStep step) => new(
        step.Id, step.Remediation, step.TargetKind == TargetKind.User ? StepTarget.Subject : StepTarget.Device, [], step.Parameters, false, 1);

    public static NamedRequirement Requirement(string name, string group, int quorum, int deadlineHours, double remindHours = 0.25, double escalateHours = 1) => new(
        name,
        new ApprovalRequirement(group, "managers", quorum, TimeSpan.FromHours(remindHours), TimeSpan.FromHours(escalateHours), TimeSpan.FromHours(deadlineHours)));

    /// <summary>The plan changed by its own makers, so with the hash that it has then.</summary>
    public static PolicyInput Planned(this PolicyInput input, Func<Plan, Plan> change)
    {
        var plan = change(input.Plan);
        return input with { Plan = plan, PlanHash = PlanFingerprint.Of(plan), StoredPlanHash = PlanFingerprint.Of(plan) };
    }

    /// <summary>The catalogue with one remediation described anew.</summary>
    public static PolicyInput Described(this PolicyInput input, string id, Func<RemediationDescriptor, RemediationDescriptor> change) => input with
    {
        Catalogue = new Dictionary<string, RemediationDescriptor>(input.Catalogue, StringComparer.Ordinal) { [id] = change(input.Catalogue[id]) },
    };

    /// <summary>
    /// What one rule says, nothing being the same as allow; and that the engine, asked the same, hears exactly this from it.
    /// </summary>
    public static VerdictOutcome Ask(PolicyRule rule, PolicyInput input, PolicySet? policy = null)
    {
        var set = policy ?? Policy;
        if (OptionalRules.All.Any(optional => optional.Name == rule.Name))
            set = set with { Demands = [rule.Name] };
        var finding = rule.Judge(input, set);
        var heard = new PolicyEngine(set).Decide(input).Findings.Where(one => one.Rule == rule.Name).ToList();
        if (finding is null)
        {
            heard.ShouldBeEmpty();
            return VerdictOutcome.Allow;
        }

        finding.Rule.ShouldBe(rule.Name);
        finding.Reason.ShouldNotBeNullOrWhiteSpace();
        heard.ShouldHaveSingleItem().Outcome.ShouldBe(finding.Outcome);
        return finding.Outcome;
    }

    public static HashSet<string> Ids(params string[] ids) => new(ids, StringComparer.OrdinalIgnoreCase);

    private static LocalizedText Text => LocalizedText.Of("Text", "Text", "Texto", "Texte");

    private static SortedDictionary<string, string> Sorted((string Name, string Value)[] parameters) =>
        new(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal), StringComparer.Ordinal);
}
