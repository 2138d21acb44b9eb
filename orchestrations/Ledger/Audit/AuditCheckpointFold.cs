namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>All checkpoints laid over each other: where each chain was last seen to end.</summary>
internal sealed class AuditCheckpointFold
{
    private readonly Dictionary<string, AuditHead> _heads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _roots = new(StringComparer.Ordinal);
    private readonly List<AuditError> _faults = [];

    /// <summary>The newest checkpoint that could be read.</summary>
    public AuditCheckpoint? Newest { get; private set; }

    /// <summary>Checkpoints laid over so far.</summary>
    public int Count { get; private set; }

    /// <summary>Where each chain ended, by case id.</summary>
    public IReadOnlyDictionary<string, AuditHead> Heads => _heads;

    /// <summary>The heads that the root of the newest checkpoint is over: all, or those that changed.</summary>
    public IReadOnlyDictionary<string, AuditHead> NewestHeads { get; private set; } = new Dictionary<string, AuditHead>(StringComparer.Ordinal);

    /// <summary>Roots of all checkpoints that were laid over.</summary>
    public IReadOnlySet<string> Roots => _roots;

    public IReadOnlyList<AuditError> Faults => _faults;

    /// <summary>Lays the next checkpoint over those before it, and checks it against them and against its own hash and root.</summary>
    public void Add(AuditCheckpointText found)
    {
        var number = ++Count;
        if (!AuditCheckpoint.TryRead(found.Text, out var checkpoint))
        {
            Fault(number, "it is not a checkpoint as this log writes one.");
            return;
        }

        var expected = (Newest?.Number ?? 0) + 1;
        if (checkpoint.Number != expected)
            Fault(checkpoint.Number, $"it is in the place of checkpoint {expected}: one is missing or was moved.");
        if (!string.Equals(checkpoint.PreviousHash, Newest?.Hash ?? AuditHash.None, StringComparison.Ordinal))
            Fault(checkpoint.Number, "it does not follow the checkpoint before it.");
        if (!string.Equals(AuditHash.Of(checkpoint.Canonical()), checkpoint.Hash, StringComparison.Ordinal))
            Fault(checkpoint.Number, "its content does not have the hash it claims.");
        LayOver(checkpoint, found.Pages);
        _roots.Add(checkpoint.Root);
        Newest = checkpoint;
    }

    private void LayOver(AuditCheckpoint checkpoint, IReadOnlyList<string> pages)
    {
        var changed = new Dictionary<string, AuditHead>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            if (!AuditLeaves.TryReadPage(page, out var heads))
            {
                Fault(checkpoint.Number, "a page of its heads was changed.");
                continue;
            }

            foreach (var head in heads)
            {
                changed[head.CaseId] = head;
                if (_heads.GetValueOrDefault(head.CaseId)?.Sequence >= head.Sequence)
                    Fault(checkpoint.Number, $"it contradicts what an earlier one saw of case {head.CaseId}.");
                else
                    _heads[head.CaseId] = head;
            }
        }

        NewestHeads = checkpoint.IsPartial ? changed : _heads;
        if (checkpoint.Chains != NewestHeads.Count || !string.Equals(AuditLeaves.Root(NewestHeads), checkpoint.Root, StringComparison.Ordinal))
            Fault(checkpoint.Number, "the heads kept with it do not give its root.");
    }

    private void Fault(long number, string message) => _faults.Add(new AuditError(AuditErrorKind.Checkpoint, null, number, message));
}
