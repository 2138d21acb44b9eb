using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>
/// Checks chains from their texts alone; trusts neither the store nor whoever wrote the file. It reads no clock and no settings, so
/// that it gives the same answer anywhere.
/// </summary>
public static class AuditVerifier
{
    /// <summary>Checks one chain.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="promised">Where the newest checkpoint saw the chain end; null when none did.</param>
    /// <returns>What is wrong, in the order of the chain; empty when nothing is.</returns>
    public static IReadOnlyList<AuditError> Verify(AuditChainText chain, AuditHead? promised = null)
    {
        var faults = new List<AuditError>();
        var entries = ReadEntries(chain, faults);
        CheckOrder(chain.CaseId, entries, faults);
        CheckLinks(chain.CaseId, entries, faults);
        CheckKeys(chain.CaseId, entries, faults);
        CheckHead(chain, entries, faults);
        CheckMarkers(chain, entries, faults);
        if (promised is not null)
            CheckPromise(chain.CaseId, entries, promised, faults);
        return faults;
    }

    private static List<AuditEntry> ReadEntries(AuditChainText chain, List<AuditError> faults)
    {
        var entries = new List<AuditEntry>();
        for (var i = 0; i < chain.Entries.Count; i++)
        {
            if (!AuditEntryText.TryRead(chain.Entries[i], out var entry, out var fault))
            {
                faults.Add(new AuditError(AuditErrorKind.Edited, chain.CaseId, i + 1, $"it cannot be read: {fault}."));
                continue;
            }

            entries.Add(entry);
            if (!string.Equals(entry.Event.CaseId, chain.CaseId, StringComparison.Ordinal))
                faults.Add(new AuditError(AuditErrorKind.Foreign, chain.CaseId, entry.Sequence, $"it belongs to case {entry.Event.CaseId}."));
            if (AuditEntryText.HashOf(entry) is var hash && !string.Equals(hash, entry.Hash, StringComparison.Ordinal))
                faults.Add(new AuditError(AuditErrorKind.Edited, chain.CaseId, entry.Sequence, $"its content has the hash {hash}, it claims {entry.Hash}."));
        }

        return entries;
    }

    private static void CheckOrder(CaseId caseId, List<AuditEntry> entries, List<AuditError> faults)
    {
        var there = entries.Select(entry => entry.Sequence).ToHashSet();
        var expected = 1L;
        var seen = new HashSet<long>();
        foreach (var entry in entries)
        {
            if (!seen.Add(entry.Sequence))
            {
                faults.Add(new AuditError(AuditErrorKind.Forked, caseId, entry.Sequence, "this sequence is there a second time."));
                continue;
            }

            if (entry.Sequence < expected)
                faults.Add(new AuditError(AuditErrorKind.Reordered, caseId, entry.Sequence, $"it is behind entry {expected - 1}."));
            for (var missing = expected; missing < entry.Sequence && missing < expected + entries.Count; missing++)
            {
                if (there.Contains(missing))
                    faults.Add(new AuditError(AuditErrorKind.Reordered, caseId, entry.Sequence, $"it is in the place of entry {missing}."));
                else
                    faults.Add(new AuditError(AuditErrorKind.Removed, caseId, missing, "it is missing."));
            }

            expected = Math.Max(expected, entry.Sequence + 1);
        }
    }

    private static void CheckLinks(CaseId caseId, List<AuditEntry> entries, List<AuditError> faults)
    {
        AuditEntry? before = null;
        foreach (var entry in entries)
        {
            if (entry.Sequence == 1 && !string.Equals(entry.PreviousHash, AuditHash.None, StringComparison.Ordinal))
                faults.Add(new AuditError(AuditErrorKind.BrokenLink, caseId, 1, "it is the first, yet names an entry before it."));
            if (before is not null && entry.Sequence == before.Sequence + 1 && !string.Equals(entry.PreviousHash, before.Hash, StringComparison.Ordinal))
                faults.Add(new AuditError(AuditErrorKind.BrokenLink, caseId, entry.Sequence, $"it follows an entry with the hash {entry.PreviousHash}, the entry before it has {before.Hash}."));
            before = entry;
        }
    }

    private static void CheckKeys(CaseId caseId, List<AuditEntry> entries, List<AuditError> faults)
    {
        foreach (var twice in entries.GroupBy(entry => entry.Event.Key, StringComparer.Ordinal).Where(group => group.Select(entry => entry.Sequence).Distinct().Count() > 1))
            faults.Add(new AuditError(AuditErrorKind.Forked, caseId, twice.Last().Sequence, $"its key was used by entry {twice.First().Sequence} already."));
    }

    private static void CheckHead(AuditChainText chain, List<AuditEntry> entries, List<AuditError> faults)
    {
        if (chain.Head is null)
        {
            if (entries.Count > 0)
                faults.Add(new AuditError(AuditErrorKind.Head, chain.CaseId, null, "there are entries, but no head."));
            return;
        }

        if (!AuditHead.TryRead(chain.Head, out var head) || !string.Equals(head.CaseId, chain.CaseId, StringComparison.Ordinal))
        {
            faults.Add(new AuditError(AuditErrorKind.Head, chain.CaseId, null, "its head is not one this log wrote for this case."));
            return;
        }

        var last = entries.MaxBy(entry => entry.Sequence);
        var end = last?.Sequence ?? 0;
        if (head.Sequence > end)
            faults.Add(new AuditError(AuditErrorKind.Truncated, chain.CaseId, end + 1, $"it is missing: the head says that the chain ends at entry {head.Sequence}, it ends at {end}."));
        else if (head.Sequence < end)
            faults.Add(new AuditError(AuditErrorKind.Head, chain.CaseId, end, $"the head says that the chain ends at entry {head.Sequence}."));
        else if (!string.Equals(head.Hash, last?.Hash ?? AuditHash.None, StringComparison.Ordinal))
            faults.Add(new AuditError(AuditErrorKind.Head, chain.CaseId, end, $"the head says that its hash is {head.Hash}, it is {last?.Hash}."));
    }

    private static void CheckMarkers(AuditChainText chain, List<AuditEntry> entries, List<AuditError> faults)
    {
        if (chain.KeyMarkers is not { } markers)
            return;
        var marked = markers.ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => !marked.Remove(AuditRows.KeyMarker(entry.Sequence))).DistinctBy(entry => entry.Sequence))
            faults.Add(new AuditError(AuditErrorKind.Head, chain.CaseId, entry.Sequence, "the marker of its key is missing or was changed."));
        foreach (var left in marked.Where(left => !entries.Exists(entry => AuditRows.KeyMarker(entry.Sequence) == left)))
            faults.Add(new AuditError(AuditErrorKind.Truncated, chain.CaseId, null, $"a key marker {left} is there, its entry is not."));
    }

    private static void CheckPromise(CaseId caseId, List<AuditEntry> entries, AuditHead promised, List<AuditError> faults)
    {
        var end = entries.Count == 0 ? 0 : entries.Max(entry => entry.Sequence);
        if (entries.Find(entry => entry.Sequence == promised.Sequence) is not { } entry)
            faults.Add(new AuditError(AuditErrorKind.Truncated, caseId, promised.Sequence, $"a checkpoint saw it; the chain now ends at entry {end}."));
        else if (!string.Equals(entry.Hash, promised.Hash, StringComparison.Ordinal))
            faults.Add(new AuditError(AuditErrorKind.Rewritten, caseId, promised.Sequence, $"a checkpoint saw the hash {promised.Hash}, it now has {entry.Hash}: entries up to here were written anew."));
    }
}
