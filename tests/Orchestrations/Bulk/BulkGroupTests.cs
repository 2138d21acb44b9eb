using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Operating;
using HelpDesk.Orchestrations.Flows.Bulk.Reading;
using HelpDesk.Orchestrations.Flows.Bulk.Running;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Bulk;

/// <summary>A run whose list is a group.</summary>
public sealed class BulkGroupTests : IDisposable
{
    private const string Group = "22222222-0000-4000-8000-000000000001";
    private const string Other = "22222222-0000-4000-8000-000000000002";

    private readonly BulkHouse _bulk = new();

    public void Dispose() => _bulk.Dispose();

    [Theory]
    [InlineData(Group)]
    [InlineData("  Warehouse ")]
    public async Task Group_ByIdOrName_ItsPeopleAreFrozenAndItIsNamed(string text)
    {
        var people = _bulk.People(12);
        _bulk.House.Directory.Groups[Group] = ("Warehouse", [.. people]);

        var caseId = (await StartAsync(text)).CaseId.ShouldNotBeNull();
        // Who comes after the list was looked up is not on it.
        _bulk.House.Directory.Groups[Group].People.Add(House.Stranger);
        var end = await _bulk.RunAsync(caseId);

        end.All.Done.ShouldBe(12);
        _bulk.EffectsOf("user.revoke-sessions").Order().ShouldBe(people.Order());
        (await _bulk.RunOfAsync(caseId)).Group.ShouldNotBeNull().ShouldSatisfyAllConditions(group => group.Id.Value.ShouldBe(Group), group => group.Name.ShouldBe("Warehouse"));
        var started = _bulk.House.Audit.Events.Single(entry => entry.Kind == AuditKinds.BulkStarted);
        (started.Facts["group"], started.Facts["group-name"]).ShouldBe((Group, "Warehouse"));
        var approvalId = (await _bulk.RunOfAsync(caseId)).ApprovalId.ShouldNotBeNull();
        var plan = await _bulk.Get<CaseContext>().GetAsync<Plan>((await _bulk.Get<ApprovalStore>().FindAsync(approvalId, default))!.Plan, default);
        plan.Steps.ShouldAllBe(step => step.Parameters["group"] == $"Warehouse ({Group})");
    }

    [Fact]
    public async Task Form_SentAgainAfterTheGroupHasGrown_StartsTheReadingOfTheListThatIsKept()
    {
        _bulk.House.Directory.Groups[Group] = ("Warehouse", [.. _bulk.People(12)]);
        var caseId = (await StartAsync(Group)).CaseId.ShouldNotBeNull();
        // As after a stop between keeping the list and starting the workflow.
        _bulk.House.Workflows.Started.Remove(caseId).ShouldBeTrue();
        _bulk.House.Directory.Groups[Group] = ("Warehouse", [.. _bulk.People(60)]);

        (await StartAsync(Group)).CaseId.ShouldBe(caseId);

        _bulk.House.Workflows.Started[caseId].ShouldBe(new BulkWorkflow.Input(caseId, 1));
    }

    [Fact]
    public async Task Member_WhoIsNoTarget_IsRefusedByName()
    {
        var people = _bulk.People(2);
        _bulk.House.Directory.People[people[1]] = _bulk.House.Directory.People[people[1]] with { IsGuest = true };
        _bulk.House.Directory.Groups[Group] = ("Warehouse", [.. people]);

        var caseId = (await StartAsync(Group)).CaseId.ShouldNotBeNull();
        await _bulk.RunAsync(caseId);

        var refused = (await _bulk.Get<CaseContext>().GetAsync<BulkPart>((await _bulk.RunOfAsync(caseId)).Refused.Single(), default)).Lines.ShouldHaveSingleItem();
        (refused.Refusal, refused.Text).ShouldBe((BulkRefusal.Guest, $"Person 1 ({people[1]}@contoso.example)"));
    }

    [Fact]
    public async Task Group_UnknownNotUniqueEmptyOrTooLarge_IsRefusedWithTheReason()
    {
        (await StartAsync("Nowhere")).ShouldBe(new BulkStart(BulkStartKind.NoGroup, null, "No group has exactly this object id, name or mail address."));
        _bulk.House.Directory.Groups[Group] = ("Warehouse", []);
        (await StartAsync("Warehouse")).Why.ShouldNotBeNull().ShouldContain("The group 'Warehouse' has no members");
        _bulk.House.Directory.Groups[Other] = ("Warehouse", []);
        (await StartAsync("Warehouse")).Why.ShouldNotBeNull().ShouldContain("More than one group");
        _bulk.House.Directory.Groups[Other] = ("All", [.. Enumerable.Range(0, 2_001).Select(number => $"0b000000-0000-4000-8000-{number:D12}")]);
        (await StartAsync("All")).Why.ShouldNotBeNull().ShouldContain("More than 2,000 people");
        _bulk.House.Workflows.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Group_PermissionMissing_SaysWhichAndAFaultThatPassesIsOne()
    {
        _bulk.House.Directory.GroupError = new VendorException("graph", "Authorization_RequestDenied", "Graph refused to find a group by name: grant the application permission GroupMember.Read.All.", isRetryable: false);
        (await StartAsync("Warehouse")).Why.ShouldNotBeNull().ShouldContain("GroupMember.Read.All");
        _bulk.House.Directory.GroupError = new VendorException("graph", "timeout", "Graph did not answer.", isRetryable: true);
        await Should.ThrowAsync<VendorException>(() => StartAsync("Warehouse"));
        _bulk.House.Workflows.Started.ShouldBeEmpty();
    }

    private Task<BulkStart> StartAsync(string group) =>
        _bulk.Get<BulkService>().StartGroupAsync("form-1", BulkHouse.SignInRepair, "Identity outage", group, House.Person(_bulk.Operator), default);
}
