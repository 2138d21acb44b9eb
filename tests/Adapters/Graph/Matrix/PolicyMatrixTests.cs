using HelpDesk.Adapters.Graph;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;
using HelpDesk.Orchestrations.Stages.Rulebook;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Adapters.Tests.Graph.Matrix;

/// <summary>No remediation of the catalogue, by the shipped policy, on a privileged account or on what is somebody else's.</summary>
public class PolicyMatrixTests
{
    private const string Anna = "10000000-0000-4000-8000-000000000001";
    private const string Ben = "10000000-0000-4000-8000-000000000002";
    private const string Laptop = "40000000-0000-4000-8000-000000000001";

    private static readonly PolicySet Policy = Load();

    public static TheoryData<string> Ids => [.. RemediationRows.Descriptors.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Target_ThatHoldsADirectoryRole_IsRefused(string id)
    {
        Refusals(id, Person(Anna)).ShouldNotContain(nameof(PrivilegedAccountsAreNeverRemediatedAutomatically));

        Refusals(id, Person(Anna) with { Roles = [HeldRole.Unknown] }).ShouldContain(nameof(PrivilegedAccountsAreNeverRemediatedAutomatically));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Target_WithARoleAboveTheCeiling_IsRefusedByTheCeilingToo(string id)
    {
        var isForHarmlessRoles = RemediationRows.Descriptors.Single(known => known.Id == id).RoleCeiling == RoleCeiling.NotPrivileged;

        AboveTheCeiling().ShouldBeFalse();
        AboveTheCeiling("88d8e3e3-8f55-4a1e-953a-9b9898b8876b").ShouldBe(!isForHarmlessRoles);
        AboveTheCeiling("729827e3-9c14-49f7-bb1b-9608f156bbb8").ShouldBeTrue();
        AboveTheCeiling("00000000-1111-4000-8000-000000000001").ShouldBeTrue();

        bool AboveTheCeiling(params string[] roles) =>
            Refusals(id, Person(Anna) with { Roles = [.. roles.Select(role => new HeldRole(role, BuiltInRoles.NameOf(role)))] }).Contains(nameof(NobodyAboveTheRoleCeilingIsRemediated));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Target_ThatIsAnEmergencyAccount_IsRefused(string id)
    {
        var group = Policy.Protection.BreakGlassGroups.First();

        Refusals(id, Person(Anna) with { GroupIds = [group] }).ShouldContain(nameof(BreakGlassAccountsAreNeverTouched));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Target_ThatIsSomebodyElses_IsRefused(string id)
    {
        Refusals(id, Person(Anna)).ShouldNotContain(nameof(TargetIsTheRequestersOwnObject));

        Refusals(id, Person(Anna), owner: Ben).ShouldContain(nameof(TargetIsTheRequestersOwnObject));
    }

    private static List<string> Refusals(string id, Person subject, string owner = Anna)
    {
        var descriptor = RemediationRows.Descriptors.Single(known => known.Id == id);
        var target = descriptor.Target == TargetKind.Device ? Laptop : owner;
        var plan = new Plan
        {
            CaseId = new CaseId("case"), RunbookId = "r", RunbookHash = "h", Intent = "i", RequesterId = new PersonId(Anna), SubjectId = new PersonId(Anna),
            Steps = [new PlanStep("s", id, descriptor.Target, new TargetId(target), "name", new Dictionary<string, string>(), "{}", "As found.")],
        };
        var input = new PolicyInput
        {
            Plan = plan, PlanHash = new PlanHash("p"), StoredPlanHash = new PlanHash("p"), Requester = Person(Anna), Subject = subject,
            Catalogue = RemediationRows.Descriptors.ToDictionary(known => known.Id, StringComparer.Ordinal),
            Devices = new Dictionary<string, Device> { [Laptop] = new() { Id = new DeviceId(Laptop), Name = "LT-1", OwnerId = new PersonId(owner), OperatingSystem = "Windows", IsCompanyOwned = true } },
            Triage = Facts(), KillSwitchIsOn = false, Now = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero),
        };
        return [.. new PolicyEngine(Policy).Decide(input).Findings.Where(finding => finding.Outcome == VerdictOutcome.Refuse).Select(finding => finding.Rule)];
    }

    private static Person Person(string id) => new() { Id = new PersonId(id), UserPrincipalName = "anna@contoso.example", DisplayName = "Anna", AccountEnabled = true };

    private static TriageFacts Facts() => new("i", 0.99, IsModel: true, IsAbstention: false);

    internal static PolicySet Load()
    {
        var settings = new ConfigurationBuilder().Build();
        using var services = new ServiceCollection().AddLogging().AddGraph(settings).AddManagerNotification().AddRulebook(settings).AddPolicy().BuildServiceProvider();
        var options = new RulebookOptions
        {
            RunbooksDirectory = Path.Combine(AppContext.BaseDirectory, "runbooks"),
            PolicyDirectory = Path.Combine(AppContext.BaseDirectory, "policy"),
        };
        return services.GetRequiredService<RulebookLoader>().Load(options, new ConfigurationReport()).ShouldNotBeNull().Policy;
    }
}
