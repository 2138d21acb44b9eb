using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Tests.Runbooks;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>A remediation with several effects on one target, one call each: takes every item of a set away. A fault can hit before or after each.</summary>
public sealed class SetRemediation(string id) : IRemediation
{
    public static readonly string[] All = ["a", "b", "c", "d"];

    private readonly SortedSet<string> _items = new(All, StringComparer.Ordinal);

    public RemediationDescriptor Descriptor { get; } = TestCatalogue.User(id, Impact.Medium, Reversibility.Undoable).Descriptor;

    /// <summary>What is left now.</summary>
    public IReadOnlyList<string> Items => [.. _items];

    /// <summary>The items that were taken and given, in order: <c>-a</c>, <c>+a</c>.</summary>
    public List<string> Effects { get; } = [];

    /// <summary>Called before (true) and after (false) an item is taken; throws what goes wrong.</summary>
    public Action<string, bool> OnTake { get; set; } = static (_, _) => { };

    /// <summary>Called before an item is given back; throws what goes wrong.</summary>
    public Action<string> OnGive { get; set; } = static _ => { };

    public string? RefusedBecause { get; set; }

    public static string PriorState => DurableJson.Write(All);

    /// <summary>Somebody else puts an item in or takes one out.</summary>
    public void Change(string item, bool isIn) => _ = isIn ? _items.Add(item) : _items.Remove(item);

    public Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation) => Task.FromResult(new CapturedState(DurableJson.Write(_items.ToArray()), Text));

    public Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation) => Task.FromResult(
        RefusedBecause is { } why ? Precondition.Refused(why) : _items.Count == 0 ? Precondition.AlreadyDone("Nothing is left.") : Precondition.Ready);

    public Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation)
    {
        foreach (var item in _items.ToList())
        {
            OnTake(item, true);
            _items.Remove(item);
            Effects.Add($"-{item}");
            OnTake(item, false);
        }

        return Task.FromResult(new RemediationReceipt("Taken.", "request-1"));
    }

    public Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation) => Task.FromResult(new ReadBack(_items.Count == 0 ? ReadBackOutcome.Verified : ReadBackOutcome.Pending, Text));

    public Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation)
    {
        var missing = call.Step.Prior<string[]>().Except(_items, StringComparer.Ordinal).ToList();
        foreach (var item in missing)
        {
            OnGive(item);
            _items.Add(item);
            Effects.Add($"+{item}");
        }

        return Task.FromResult(new RemediationReceipt("Given back.", "request-2", HadEffect: missing.Count > 0));
    }

    private string Text => $"Holds {string.Join(' ', _items)}.";
}
