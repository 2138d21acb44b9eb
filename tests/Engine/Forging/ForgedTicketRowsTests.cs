using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Planning;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Engine.Tests.Forging;

/// <summary>Rows of a single ticket, edited in SQLite and in Table Storage while its approval waits: none leads to an effect.</summary>
public sealed class ForgedTicketRowsTests
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");

    [Theory]
    [InlineData("sqlite", "decision")]
    [InlineData("sqlite", "requester")]
    [InlineData("sqlite", "quorum")]
    [InlineData("sqlite", "plan")]
    [InlineData("sqlite", "another approval")]
    [InlineData("tables", "decision")]
    [InlineData("tables", "requester")]
    [InlineData("tables", "quorum")]
    [InlineData("tables", "plan")]
    [InlineData("tables", "another approval")]
    public async Task Approval_EditedInItsRow_LeadsToNothing(string store, string what)
    {
        await using var real = await RealStore.OpenAsync(store);
        var house = real.House;
        house.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97);
        house.Tickets.Write("A problem", "Somebody else signs in with my account, I got strange mails about it today.", $"{House.Requester}@contoso.example");
        var context = house.Context(CaseId);
        var isForged = false;
        context.OnWait = async _ =>
        {
            if (isForged)
                return false;
            isForged = true;
            var id = (await house.Get<CaseStore>().FindAsync(CaseId, default))!.OpenApprovalId.ShouldNotBeNull();
            await ForgeAsync(real, id, what);
            return true;
        };

        (await house.RunAsync(context)).State.ShouldBe(CaseState.Escalated);

        isForged.ShouldBeTrue();
        await real.NothingDoneAndToldAsync(CaseId);
        (await house.Get<IAuditLog>().ReadAsync(CaseId, default).ToListAsync()).ShouldNotContain(entry => entry.Event.Kind == AuditKinds.ApprovalDecided);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("tables")]
    public async Task Verdict_PutThereBeforePolicyWasAsked_LeadsToNothing(string store)
    {
        await using var real = await RealStore.OpenAsync(store);
        var house = real.House;
        house.Model.Answer = _ => new TriageAnswer("device.sync", 0.72);
        house.Tickets.Write("A problem", "My laptop does not sync with Intune since this morning, its settings and apps are missing.", $"{House.Requester}@contoso.example");
        house.Directory.Devices["d1"] = new Device
        {
            Id = new DeviceId("d1"), Name = "LON-LT-0421", OwnerId = new PersonId(House.Requester), OperatingSystem = "Windows", IsCompanyOwned = true, IsCompliant = true, LastSyncAt = house.Time.GetUtcNow(),
        };
        // Under every key that the activity could have.
        for (var step = 5; step <= 8; step++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{CaseId}/{step}");
            await real.PutAsync(
                Tables.Context, Tenant.Partition(CaseId), $"result-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}",
                DurableJson.Write(new Verdict(VerdictOutcome.Allow, [], null, "")));
        }

        (await house.RunAsync()).State.ShouldBe(CaseState.Escalated);

        await real.NothingDoneAndToldAsync(CaseId);
    }

    // A ticket that needs no approval: what is planted under the activities' names is of another person, and none of it is taken.
    [Theory]
    [InlineData("sqlite", "requester")]
    [InlineData("sqlite", "plan")]
    [InlineData("tables", "requester")]
    [InlineData("tables", "plan")]
    public async Task Result_OfAnotherPersonPutThereBefore_IsNotTakenAndTold(string store, string what)
    {
        await using var real = await RealStore.OpenAsync(store);
        var house = real.House;
        SyncTicket(house);
        var contexts = house.Get<CaseContext>();
        var (step, forged) = what == "requester"
            ? (2, DurableJson.Write(new EnrichCase.Result(await contexts.PutAsync(CaseId, "requester", new RequesterSnapshot { Person = house.Directory.People[House.Manager], Devices = [house.Directory.Devices["d2"]] }, default), true, null, "en")))
            : (4, DurableJson.Write(new MakePlan.Result(await PutAsync(contexts, Plans.Of(CaseId, "user.disable-sign-in") with { RequesterId = new PersonId(House.Manager), SubjectId = new PersonId(House.Manager) }), "device-sync", 1, null, [])));
        await real.PutAsync(Tables.Context, Tenant.Partition(CaseId), RowOf(string.Create(CultureInfo.InvariantCulture, $"{CaseId}/{step}")), forged);

        (await house.RunAsync()).State.ShouldBe(CaseState.Resolved);

        house.Remediations.Values.SelectMany(remediation => remediation.Targets).ShouldBe(["d1"]);
        await real.ToldAsync(CaseId);
    }

    // Between two attempts of the activity, by somebody beside the program.
    [Theory]
    [InlineData("sqlite")]
    [InlineData("tables")]
    public async Task SignedResult_EditedBeforeItIsReadAgain_LeadsToNothing(string store)
    {
        await using var real = await RealStore.OpenAsync(store);
        SyncTicket(real.House);
        var context = real.House.Context(CaseId);
        context.DiesAfter = name =>
        {
            if (name != "make-plan")
                return false;
            var row = real.RowsAsync(Tables.Context, Tenant.Partition(CaseId), "signed-result-").GetAwaiter().GetResult().Single(row => row.Json.Contains("stepCount", StringComparison.Ordinal));
            real.EditAsync(Tables.Context, Tenant.Partition(CaseId), row.Row, static json => json.Replace("\"stepCount\":1", "\"stepCount\":0", StringComparison.Ordinal)).GetAwaiter().GetResult();
            return true;
        };

        (await real.House.RunAsync(context)).State.ShouldBe(CaseState.Escalated);

        await real.NothingDoneAndToldAsync(CaseId);
    }

    private static async Task<PlanReference> PutAsync(CaseContext contexts, Plan plan) => PlanReference.To(plan, await contexts.PutAsync(CaseId, "plan", plan, default));

    private static string RowOf(string activityKey) => $"result-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(activityKey)))}";

    private static void SyncTicket(House house)
    {
        house.Model.Answer = _ => new TriageAnswer("device.sync", 0.97);
        house.Tickets.Write("A problem", "My laptop does not sync with Intune since this morning, its settings and apps are missing.", $"{House.Requester}@contoso.example");
        foreach (var (id, owner) in new[] { ("d1", House.Requester), ("d2", House.Manager) })
        {
            house.Directory.Devices[id] = new Device
            {
                Id = new DeviceId(id), Name = $"LON-LT-{id}", OwnerId = new PersonId(owner), OperatingSystem = "Windows", IsCompanyOwned = true, IsCompliant = true, LastSyncAt = house.Time.GetUtcNow(),
            };
        }
    }

    private static async Task ForgeAsync(RealStore real, string id, string what)
    {
        var at = real.House.Time.GetUtcNow();
        var gate = (await real.House.Get<ApprovalStore>().FindAsync(id, default)).ShouldNotBeNull();
        var yes = new ApprovalDecision(new PersonId(House.SecurityApprover), "Sven Security", true, at, null);
        var forged = gate with { State = ApprovalState.Approved, Decisions = [yes] };
        forged = what switch
        {
            "requester" => forged with { RequesterId = new PersonId(House.Stranger) },
            "quorum" => forged with { Requirement = forged.Requirement with { Quorum = 0, ApproverGroup = "service-desk" }, Decisions = [] },
            _ => forged,
        };
        if (what == "plan")
            await real.EditAsync(Tables.Context, Tenant.Partition(CaseId), $"{gate.Plan.Kind}-{gate.Plan.Version}", json => json.Replace(House.Requester, House.Manager, StringComparison.Ordinal));
        if (what == "another approval")
            await real.PutAsync(Tables.Approvals, Tenant.Partition("gates"), "servicenow-other-12345678", DurableJson.Write(forged with { ApprovalId = "servicenow-other-12345678" }));
        await real.EditAsync<ApprovalRequest>(Tables.Approvals, Tenant.Partition("gates"), id, _ => forged);
    }
}
