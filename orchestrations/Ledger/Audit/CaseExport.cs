using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>
/// The export of a single case: its chain, the newest checkpoint that covers it, and the proof that the checkpoint's root holds its head. It names
/// no other case (docs/audit-format.md).
/// </summary>
public static class CaseExport
{
    /// <summary>The first line.</summary>
    internal static string FirstLine(CaseId caseId) => $$"""{"export":{{CanonicalJson.Write(("case", caseId), ("version", 1L))}}}""";

    /// <summary>True when a text begins as the export of a single case does.</summary>
    public static bool IsOne(string firstLine) => firstLine.StartsWith("""{"export":{"case":""", StringComparison.Ordinal);

    /// <summary>Writes the export.</summary>
    /// <returns>Entries written; 0 when there is no such chain, and then nothing was written.</returns>
    /// <exception cref="AuditDamagedException">The checkpoints do not fit each other.</exception>
    public static async Task<long> WriteAsync(AuditStoreSource source, CaseId caseId, TextWriter writer, CancellationToken cancellation)
    {
        // The proof first: a program that runs appends meanwhile, and a checkpoint that saw more than the chain we read would say that its end is missing.
        var found = await FindProofAsync(source, caseId, cancellation);
        var chain = await source.ChainAsync(caseId, cancellation);
        if (chain.Entries.Count == 0)
            return 0;
        await LineAsync(writer, FirstLine(caseId), cancellation);
        if (found is { } proof)
        {
            await LineAsync(writer, proof.Checkpoint, cancellation);
            await LineAsync(writer, proof.Write(), cancellation);
        }

        await LineAsync(writer, AuditExport.ChainLine(chain), cancellation);
        foreach (var entry in chain.Entries)
            await LineAsync(writer, entry, cancellation);
        if (chain.Head is { } head)
            await LineAsync(writer, $$"""{"head":{{head}}}""", cancellation);
        await writer.FlushAsync(cancellation);
        return chain.Entries.Count;
    }

    // A checkpoint over what changed has few heads, one over everything all of them; the newest that has this head proves it.
    private static async Task<HeadProof?> FindProofAsync(AuditStoreSource source, CaseId caseId, CancellationToken cancellation)
    {
        HeadProof? newest = null;
        var fold = new AuditCheckpointFold();
        await foreach (var found in source.CheckpointsAsync(cancellation))
        {
            fold.Add(found);
            if (fold.Faults.Count > 0)
                throw new AuditDamagedException($"The checkpoints do not fit each other: {fold.Faults[0]} Verify the audit log.");
            var heads = fold.NewestHeads;
            if (heads.TryGetValue(caseId, out var head))
                newest = HeadProof.Of(found.Text, [.. heads.Values.OrderBy(one => one.CaseId, StringComparer.Ordinal)], head);
        }

        return newest;
    }

    private static Task LineAsync(TextWriter writer, string text, CancellationToken cancellation) =>
        writer.WriteAsync($"{text.ReplaceLineEndings(" ")}\n".AsMemory(), cancellation);
}

/// <summary>The proof that a checkpoint's root holds a head (RFC 6962, section 2.1.1).</summary>
/// <param name="Checkpoint">Text of the checkpoint.</param>
/// <param name="Head">The head.</param>
/// <param name="Index">Its place among the heads, from 0.</param>
/// <param name="Path">The hashes beside it, from the leaf up.</param>
internal sealed record HeadProof(string Checkpoint, AuditHead Head, long Index, IReadOnlyList<string> Path)
{
    /// <summary>Makes it.</summary>
    public static HeadProof Of(string checkpoint, IReadOnlyList<AuditHead> heads, AuditHead head)
    {
        var index = heads.ToList().FindIndex(one => one.CaseId == head.CaseId);
        return new HeadProof(checkpoint, head, index, MerkleTree.PathOf(heads.Select(static one => one.Canonical()), index));
    }

    /// <summary>True when head, place and path give the root of a tree of so many leaves.</summary>
    public bool Gives(string root, long leaves) => Index >= 0 && Index < leaves && MerkleTree.RootOf(Head.Canonical(), Index, leaves, Path) == root;

    /// <summary>As it is in an export.</summary>
    public string Write() =>
        $$"""{"proof":{"head":{{Head.Canonical()}},"index":{{Index.ToString(System.Globalization.CultureInfo.InvariantCulture)}},"path":[{{string.Join(',', Path.Select(static hash => $"\"{hash}\""))}}]""" + "}}";

    /// <summary>Reads what <see cref="Write"/> wrote; false for anything else.</summary>
    public static bool TryRead(string text, string checkpoint, [NotNullWhen(true)] out HeadProof? proof)
    {
        proof = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            var inner = document.RootElement.GetProperty("proof");
            if (!AuditHead.TryRead(inner.GetProperty("head").GetRawText(), out var head))
                return false;
            proof = new HeadProof(checkpoint, head, inner.GetProperty("index").GetInt64(), [.. inner.GetProperty("path").EnumerateArray().Select(static hash => hash.GetString()!)]);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }

        return string.Equals(proof.Write(), text, StringComparison.Ordinal);
    }
}
