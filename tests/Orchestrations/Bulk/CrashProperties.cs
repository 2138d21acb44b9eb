using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Tests.Bulk;

/// <summary>
/// Whenever the process dies, before an effect is told or after it: every target has exactly one effect, one end and one row. Seeds are
/// fixed, so that a failure can be run again.
/// </summary>
public sealed class CrashProperties
{
    private const int Targets = 14;
    private const string Revoke = "user.revoke-sessions";
    private const string Enable = "user.enable-sign-in";

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Dying_AtAnyPoints_EveryTargetIsDoneOnce(int seed)
    {
        using var bulk = new BulkHouse();
#pragma warning disable CA5394 // A fixed seed is what is wanted here.
        var chance = new Random(seed);
        var people = bulk.People(Targets);
        foreach (var remediation in new[] { Revoke, Enable })
        {
            for (var call = 0; call < Targets; call++)
            {
                var died = new VendorException("graph", "timeout", "No answer.", isRetryable: true);
                bulk.House.Remediations[remediation].Faults.Enqueue(chance.Next(3) switch { 0 => (true, died), 1 => (false, died), _ => default });
            }
        }

        var caseId = await bulk.StartAsync(people);
        var end = await bulk.RunAsync(caseId, _ => chance.NextDouble() < 0.3);
#pragma warning restore CA5394

        end.ShouldBe(new BulkEnd(BulkEndKind.Completed, null, new BulkTally(Done: Targets)));
        bulk.EffectsOf(Revoke).Order().ShouldBe(people.Order());
        bulk.EffectsOf(Enable).Order().ShouldBe(people.Where((_, at) => at % 2 == 1).Order());
        (await bulk.RowsAsync(caseId)).Select(row => (row.Number, row.State)).ShouldBe(Enumerable.Range(0, Targets).Select(number => (number, BulkTargetState.Done)));
        bulk.House.Audit.Events.Count(entry => entry.Kind == AuditKinds.TargetEnded).ShouldBe(Targets);
        bulk.House.Audit.Events.Count(entry => entry.Kind == AuditKinds.BulkEnded).ShouldBe(1);
    }
}
