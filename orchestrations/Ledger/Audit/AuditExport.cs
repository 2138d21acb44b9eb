using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>
/// Writes everything as JSON Lines for somebody who trusts nobody here; docs/audit-format.md says how to check it with other tools.
/// </summary>
public static class AuditExport
{
    /// <summary>The first line of an export.</summary>
    internal const string FirstLine = """{"export":{"version":1}}""";

    /// <summary>Writes checkpoints with their heads, then chains; lines end with LF.</summary>
    /// <returns>Entries written.</returns>
    public static async Task<long> WriteAsync(IAuditSource source, TextWriter writer, CancellationToken cancellation)
    {
        var (checkpoints, pages, chains, entries) = (0L, 0L, 0L, 0L);
        await LineAsync(writer, FirstLine, cancellation);
        await foreach (var checkpoint in source.CheckpointsAsync(cancellation))
        {
            checkpoints++;
            await LineAsync(writer, checkpoint.Text, cancellation);
            pages += checkpoint.Pages.Count;
            foreach (var page in checkpoint.Pages)
                await LineAsync(writer, page, cancellation);
        }

        await foreach (var chain in source.ChainsAsync(cancellation))
        {
            chains++;
            entries += chain.Entries.Count;
            await LineAsync(writer, ChainLine(chain), cancellation);
            foreach (var entry in chain.Entries)
                await LineAsync(writer, entry, cancellation);
            if (chain.Head is { } head)
                await LineAsync(writer, $$"""{"head":{{head}}}""", cancellation);
        }

        await LineAsync(writer, LastLine(checkpoints, pages, chains, entries), cancellation);
        await writer.FlushAsync(cancellation);
        return entries;
    }

    /// <summary>The line before the entries of a chain.</summary>
    internal static string ChainLine(AuditChainText chain) =>
        $$"""{"chain":{{CanonicalJson.Write(("caseId", chain.CaseId), ("entries", (long)chain.Entries.Count), ("heads", chain.Head is null ? 0L : 1L))}}}""";

    /// <summary>The last line of an export: a file that was cut off has none.</summary>
    internal static string LastLine(long checkpoints, long pages, long chains, long entries) =>
        $$"""{"end":{{CanonicalJson.Write(("chains", chains), ("checkpoints", checkpoints), ("entries", entries), ("pages", pages))}}}""";

    // A damaged text may hold line breaks; it stays recognisably damaged without them.
    private static Task LineAsync(TextWriter writer, string text, CancellationToken cancellation) =>
        writer.WriteAsync($"{text.ReplaceLineEndings(" ")}\n".AsMemory(), cancellation);
}
