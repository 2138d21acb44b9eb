using CsCheck;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Remediation.Leases;

/// <summary>
/// Two cases about one account or device, step by step in every order, with time-outs after effects, and with one that tries to come in while
/// the other is at its effect: effects do not mix, none is lost and none is done twice.
/// </summary>
public sealed class TwoCasesTests
{
    private const int Orders = 20;

    [Theory]
    [InlineData(TargetKind.User, ContenderKind.Ticket, ContenderKind.Ticket)]
    [InlineData(TargetKind.User, ContenderKind.Ticket, ContenderKind.BulkTarget)]
    [InlineData(TargetKind.User, ContenderKind.Ticket, ContenderKind.Undo)]
    [InlineData(TargetKind.User, ContenderKind.BulkTarget, ContenderKind.Undo)]
    [InlineData(TargetKind.User, ContenderKind.Undo, ContenderKind.Undo)]
    [InlineData(TargetKind.Device, ContenderKind.Ticket, ContenderKind.Ticket)]
    [InlineData(TargetKind.Device, ContenderKind.Ticket, ContenderKind.BulkTarget)]
    [InlineData(TargetKind.Device, ContenderKind.BulkTarget, ContenderKind.Undo)]
    public void TwoCases_AnyInterleavingWithTimeouts_AreSerialisedAndBothEnd(TargetKind target, ContenderKind one, ContenderKind other) =>
        Gen.Select(Gen.Bool.List[0, 40], Gen.Bool.List[0, 20], Gen.Int[0, 3], Gen.Int[0, 3]).Sample(
            sample => RunAsync(target, [one, other], sample.Item1, sample.Item2, [sample.Item3, sample.Item4]).GetAwaiter().GetResult().ShouldBeNull(), iter: Orders);

    /// <returns>What went wrong; null when all is as it should be.</returns>
    private static async Task<string?> RunAsync(TargetKind target, ContenderKind[] kinds, IReadOnlyList<bool> order, IReadOnlyList<bool> intrusions, int[] timeouts)
    {
        using var house = AllowingVerdict.House();
        Contender[] both =
        [
            await Contender.OpenAsync(house, kinds[0], target, 0, timeouts[0]),
            await Contender.OpenAsync(house, kinds[1], target, 1, timeouts[1]),
        ];
        string? mixed = null;
        var (isInside, effects) = (false, 0);
        Contender current = both[0];
        foreach (var remediation in house.Remediations.Values)
        {
            remediation.OnExecute = async () =>
            {
                var comesIn = effects++ < intrusions.Count && intrusions[effects - 1];
                var other = both.Single(one => one != current);
                if (isInside || !comesIn || other.IsAtEnd)
                    return;
                isInside = true;
                var before = other.Effects;
                await other.StepAsync();
                isInside = false;
                if (other.Effects != before)
                    mixed = "one had an effect while the other was at its own";
            };
        }

        foreach (var at in order.Select(second => second ? 1 : 0).Concat(Enumerable.Range(0, 200).Select(at => at % 2)))
        {
            current = both[at];
            if (current.IsAtEnd)
                continue;
            await current.StepAsync();
            if (both.All(one => one.IsBetween))
                mixed = "one had an effect between the effect of the other and its read-back";
            if (mixed is not null)
                return mixed;
        }

        return both.FirstOrDefault(one => !one.IsAtEnd || one.Effects != one.Steps) is { } wrong ? $"{wrong.CaseId}: {wrong.Effects} effects of {wrong.Steps} steps, at its end: {wrong.IsAtEnd}" : null;
    }
}
