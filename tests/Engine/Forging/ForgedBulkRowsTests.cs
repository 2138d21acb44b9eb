using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Orchestrations.Tests.Bulk;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Engine.Tests.Forging;

/// <summary>Rows of a whole bulk run, edited in SQLite and in Table Storage: none leads to an effect on anybody who was not approved.</summary>
public sealed class ForgedBulkRowsTests
{
    [Theory]
    [InlineData("sqlite", "decision")]
    [InlineData("sqlite", "quorum")]
    [InlineData("sqlite", "requester")]
    [InlineData("sqlite", "list")]
    [InlineData("sqlite", "targets")]
    [InlineData("sqlite", "plans")]
    [InlineData("tables", "decision")]
    [InlineData("tables", "quorum")]
    [InlineData("tables", "requester")]
    [InlineData("tables", "list")]
    [InlineData("tables", "targets")]
    [InlineData("tables", "plans")]
    public async Task Run_WhoseRowsAreEdited_DoesNothing(string store, string what)
    {
        await using var real = await RealStore.OpenAsync(store);
        using var bulk = new BulkHouse(real.House);
        var caseId = await bulk.StartAsync(bulk.People(6));
        bulk.OnWait = async (id, name) =>
        {
            var isApproval = name.StartsWith("approval-", StringComparison.Ordinal);
            // What was approved is edited after a genuine yes; a decision is made up instead of one.
            var agreed = (isApproval && what is "decision" or "quorum" or "requester") || await bulk.AgreeAsync(id, name);
            if (isApproval)
                await ForgeAsync(real, bulk, id, what);
            return agreed;
        };

        await bulk.RunAsync(caseId);

        NoEffect(real);
        await real.ToldAsync(caseId);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("tables")]
    public async Task Approval_MovedToAnotherRun_CoversNothingThere(string store)
    {
        await using var real = await RealStore.OpenAsync(store);
        using var bulk = new BulkHouse(real.House);
        var people = bulk.People(10);
        var approved = await bulk.StartAsync(people.Take(4));
        await bulk.RunAsync(approved);
        var genuine = (await bulk.RunOfAsync(approved)).ApprovalId.ShouldNotBeNull();
        var other = await bulk.StartAsync(people.Skip(4), "form-2");
        real.House.Trace.Clear();
        bulk.OnWait = async (id, name) =>
        {
            if (!name.StartsWith("approval-", StringComparison.Ordinal))
                return await bulk.AgreeAsync(id, name);
            var waiting = (await bulk.Get<CaseStore>().FindAsync(new CaseId(id), default))!.OpenApprovalId.ShouldNotBeNull();
            var yes = (await bulk.Get<ApprovalStore>().FindAsync(genuine, default)).ShouldNotBeNull();
            await real.EditAsync<ApprovalRequest>(Tables.Approvals, Tenant.Partition("gates"), waiting, _ => yes with { ApprovalId = waiting, CaseId = new CaseId(id) });
            await real.EditAsync<BulkRun>(Tables.Cases, Tenant.Partition("bulk"), id, run => run with { ApprovalId = genuine });
            return true;
        };

        await bulk.RunAsync(other);

        NoEffect(real);
        await real.ToldAsync(other);
    }

    // What follows from a failed step needs no approval of its own: the plan must be of a list that was approved.
    [Theory]
    [InlineData("sqlite", null)]
    [InlineData("sqlite", "another run")]
    [InlineData("tables", null)]
    [InlineData("tables", "another run")]
    public async Task Undo_OfAPlanThatIsOfNoApprovedList_ChangesNothing(string store, string? approval)
    {
        await using var real = await RealStore.OpenAsync(store);
        using var bulk = new BulkHouse(real.House);
        var approved = await bulk.StartAsync(bulk.People(4));
        await bulk.RunAsync(approved);
        real.House.Trace.Clear();
        var plan = Plans.Of(approved, "user.disable-sign-in") with { RequesterId = new PersonId(House.ItManager), SubjectId = new PersonId(House.Manager) };
        var reference = PlanReference.To(plan, await bulk.Get<CaseContext>().PutAsync(new CaseId(approved), "plan", plan, default));
        var input = new StepInput(reference, 0, approval is null ? null : (await bulk.RunOfAsync(approved)).ApprovalId.ShouldNotBeNull());

        var report = await bulk.Get<UndoStep>().RunAsync(new ActivityContext(approved, $"{approved}/forged", 1, default), new UndoStepInput(input, real.House.Time.GetUtcNow(), "A step failed.", IsUncertain: true));

        report.Outcome.ShouldBe(UndoOutcome.Refused, report.Note);
        real.House.Trace.ShouldNotContain(static line => line.StartsWith("undo ", StringComparison.Ordinal) || line.StartsWith("effect", StringComparison.Ordinal));
    }

    private static void NoEffect(RealStore real) => real.House.Trace.ShouldNotContain(static line => line.StartsWith("effect", StringComparison.Ordinal));

    private static async Task ForgeAsync(RealStore real, BulkHouse bulk, string caseId, string what)
    {
        var approvalId = (await bulk.Get<CaseStore>().FindAsync(new CaseId(caseId), default))!.OpenApprovalId.ShouldNotBeNull();
        var partition = Tenant.Partition(caseId);
        if (what is "list" or "targets" or "plans")
        {
            var from = what switch { "list" => $"{BulkList.Kind}-", "targets" => $"{BulkList.PartKind}-", _ => "plan-" };
            var rows = await real.RowsAsync(Tables.Context, partition, from);
            rows.ShouldNotBeEmpty();
            foreach (var row in rows)
                await real.EditAsync(Tables.Context, partition, row.Row, static json => json.Replace("0b000000-0000-4000-8000-000000000000", House.Manager, StringComparison.Ordinal) + " ");
            return;
        }

        var yes = new ApprovalDecision(new PersonId(House.SecurityApprover), "Sven Security", true, real.House.Time.GetUtcNow(), null);
        await real.EditAsync<ApprovalRequest>(Tables.Approvals, Tenant.Partition("gates"), approvalId, gate => what switch
        {
            "quorum" => gate with { State = ApprovalState.Approved, Requirement = gate.Requirement with { Quorum = 0 } },
            "requester" => gate with { RequesterId = new PersonId(House.Stranger), State = ApprovalState.Approved, Decisions = [yes with { PersonId = new PersonId(House.ItManager) }] },
            _ => gate with { State = ApprovalState.Approved, Decisions = [yes] },
        });
    }
}
