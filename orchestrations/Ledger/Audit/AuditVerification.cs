using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Verifies everything a source holds: all checkpoints, then all chains against themselves and against the newest checkpoint.</summary>
public static class AuditVerification
{
    /// <summary>Runs it.</summary>
    /// <param name="source">The store or an export.</param>
    /// <param name="signer">Checks signatures; null leaves them unchecked, and then every entry is behind no signature.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="VendorException">The store or the key cannot be reached.</exception>
    public static async Task<AuditReport> RunAsync(IAuditSource source, ICheckpointSigner? signer, CancellationToken cancellation)
    {
        var fold = new AuditCheckpointFold();
        var faults = new List<AuditError>();
        await foreach (var found in source.CheckpointsAsync(cancellation))
        {
            fold.Add(found);
            if (signer is not null && AuditCheckpoint.TryRead(found.Text, out var checkpoint)
                && !await signer.VerifyVersionAsync(checkpoint.KeyId, checkpoint.KeyVersion, checkpoint.Canonical(), checkpoint.Signature, cancellation))
            {
                faults.Add(new AuditError(AuditErrorKind.Checkpoint, null, checkpoint.Number, $"its signature is not that of the key {checkpoint.KeyId}, or that key is not known here."));
            }
        }

        faults.InsertRange(0, fold.Faults);
        var (chains, entries, unsigned) = (0, 0L, 0L);
        var isSigned = signer is not null && faults.Count == 0;
        var unseen = new HashSet<string>(fold.Heads.Keys, StringComparer.Ordinal);
        await foreach (var chain in source.ChainsAsync(cancellation))
        {
            chains += chain.Entries.Count > 0 ? 1 : 0;
            entries += chain.Entries.Count;
            unseen.Remove(chain.CaseId);
            var promised = fold.Heads.GetValueOrDefault(chain.CaseId);
            unsigned += Math.Max(0, chain.Entries.Count - (isSigned ? promised?.Sequence ?? 0 : 0));
            faults.AddRange(AuditVerifier.Verify(chain, promised));
        }

        foreach (var caseId in unseen.Order(StringComparer.Ordinal))
            faults.Add(new AuditError(AuditErrorKind.Truncated, new CaseId(caseId), null, $"a checkpoint saw {fold.Heads[caseId].Sequence} entries; no such chain is listed any more."));
        faults.AddRange(source.Faults);
        return new AuditReport(chains, entries, fold.Count, faults) { Unsigned = unsigned, Newest = fold.Newest, Roots = fold.Roots };
    }
}

/// <summary>What a verification looked at and found.</summary>
/// <param name="Chains">Chains with at least one entry.</param>
/// <param name="Entries">Entries in them.</param>
/// <param name="Checkpoints">Checkpoints.</param>
/// <param name="Faults">What is wrong; empty when all is as it was written.</param>
public sealed record AuditReport(int Chains, long Entries, int Checkpoints, IReadOnlyList<AuditError> Faults)
{
    /// <summary>Entries that no checkpoint with a good signature covers. All of them when signatures were not checked.</summary>
#pragma warning disable CA1720 // Entries behind no signature, not the type of a number.
    public long Unsigned { get; init; }
#pragma warning restore CA1720

    /// <summary>The newest checkpoint; null when there is none.</summary>
    public AuditCheckpoint? Newest { get; init; }

    /// <summary>Roots of all checkpoints: one that somebody noted earlier must be among them.</summary>
    public IReadOnlySet<string> Roots { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>True when nothing is wrong.</summary>
    public bool IsClean => Faults.Count == 0;
}
