using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Verifies everything a source holds: all checkpoints, then all chains against themselves and against the newest checkpoint.</summary>
public static class AuditVerification
{
    /// <summary>Runs it.</summary>
    /// <param name="source">The store or an export.</param>
    /// <param name="signer">Checks signatures; null leaves them unchecked, which a caller has to say.</param>
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
                && !await signer.VerifyAsync(checkpoint.KeyId, checkpoint.Canonical(), checkpoint.Signature, cancellation))
            {
                faults.Add(new AuditError(AuditErrorKind.Checkpoint, null, checkpoint.Number, $"its signature is not that of the key {checkpoint.KeyId}, or that key is not known here."));
            }
        }

        faults.InsertRange(0, fold.Faults);
        var (chains, entries) = (0, 0L);
        var unseen = new HashSet<string>(fold.Heads.Keys, StringComparer.Ordinal);
        await foreach (var chain in source.ChainsAsync(cancellation))
        {
            chains += chain.Entries.Count > 0 ? 1 : 0;
            entries += chain.Entries.Count;
            unseen.Remove(chain.CaseId);
            faults.AddRange(AuditVerifier.Verify(chain, fold.Heads.GetValueOrDefault(chain.CaseId)));
        }

        foreach (var caseId in unseen.Order(StringComparer.Ordinal))
            faults.Add(new AuditError(AuditErrorKind.Truncated, caseId, null, $"a checkpoint saw {fold.Heads[caseId].Sequence} entries; no such chain is listed any more."));
        faults.AddRange(source.Faults);
        return new AuditReport(chains, entries, fold.Count, faults);
    }
}

/// <summary>What a verification looked at and found.</summary>
/// <param name="Chains">Chains with at least one entry.</param>
/// <param name="Entries">Entries in them.</param>
/// <param name="Checkpoints">Checkpoints.</param>
/// <param name="Faults">What is wrong; empty when all is as it was written.</param>
public sealed record AuditReport(int Chains, long Entries, int Checkpoints, IReadOnlyList<AuditError> Faults)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsClean => Faults.Count == 0;
}
