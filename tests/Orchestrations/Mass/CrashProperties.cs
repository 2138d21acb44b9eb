using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Tests.Mass;

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
        using var mass = new MassHouse();
#pragma warning disable CA5394 // A fixed seed is what is wanted here.
        var chance = new Random(seed);
        var people = mass.People(Targets);
        foreach (var remediation in new[] { Revoke, Enable })
        {
            for (var call = 0; call < Targets; call++)
            {
                var died = new VendorException("graph", "timeout", "No answer.", isRetryable: true);
                mass.House.Remediations[remediation].Faults.Enqueue(chance.Next(3) switch { 0 => (true, died), 1 => (false, died), _ => default });
            }
        }

        var caseId = await mass.StartAsync(people);
        var end = await mass.RunAsync(caseId, _ => chance.NextDouble() < 0.3);
#pragma warning restore CA5394

        end.ShouldBe(new MassEnd(MassEndKind.Completed, null, new MassTally(Done: Targets)));
        mass.EffectsOf(Revoke).Order().ShouldBe(people.Order());
        mass.EffectsOf(Enable).Order().ShouldBe(people.Where((_, at) => at % 2 == 1).Order());
        (await mass.RowsAsync(caseId)).Select(row => (row.Number, row.State)).ShouldBe(Enumerable.Range(0, Targets).Select(number => (number, MassTargetState.Done)));
        mass.House.Audit.Events.Count(entry => entry.Kind == AuditKinds.TargetEnded).ShouldBe(Targets);
        mass.House.Audit.Events.Count(entry => entry.Kind == AuditKinds.MassEnded).ShouldBe(1);
    }
}
