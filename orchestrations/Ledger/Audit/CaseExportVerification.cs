using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Verifies the export of a single case: the chain in itself, the signature of its checkpoint, and the proof that the checkpoint covers it.</summary>
public static class CaseExportVerification
{
    /// <summary>Runs it.</summary>
    /// <param name="reader">The export.</param>
    /// <param name="signer">Checks the signature.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="VendorException">The key cannot be reached.</exception>
    public static async Task<AuditReport> RunAsync(TextReader reader, ICheckpointSigner signer, CancellationToken cancellation)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(cancellation) is { } line)
            lines.Add(line);
        var faults = new List<AuditError>();
        var at = 1;
        AuditCheckpoint? checkpoint = null;
        HeadProof? proof = null;
        if (At(lines, at).StartsWith("""{"checkpoint":""", StringComparison.Ordinal))
        {
            var text = lines[at++];
            var isProof = At(lines, at).StartsWith("""{"proof":""", StringComparison.Ordinal);
            if (AuditCheckpoint.TryRead(text, out checkpoint) && isProof && HeadProof.TryRead(lines[at], text, out proof))
                faults.AddRange(await CheckAsync(checkpoint, proof, signer, cancellation));
            else
                faults.Add(new AuditError(AuditErrorKind.Checkpoint, null, checkpoint?.Number, "the checkpoint or the proof of this export cannot be read."));
            at += isProof ? 1 : 0;
        }

        var (chain, fault) = ChainOf(lines, at);
        if (fault is not null || chain is null)
            return new AuditReport(0, 0, checkpoint is null ? 0 : 1, [.. faults, new AuditError(AuditErrorKind.Export, null, null, fault ?? "it has no chain.")]);
        var covered = faults.Count == 0 ? proof?.Head : null;
        if (covered is not null && covered.CaseId != chain.CaseId)
            faults.Add(new AuditError(AuditErrorKind.Checkpoint, null, checkpoint!.Number, "its proof is about another case."));
        faults.AddRange(AuditVerifier.Verify(chain, covered));
        return new AuditReport(1, chain.Entries.Count, checkpoint is null ? 0 : 1, faults) { Unsigned = Math.Max(0, chain.Entries.Count - (faults.Count == 0 ? covered?.Sequence ?? 0 : 0)), Newest = checkpoint };
    }

    private static async Task<IReadOnlyList<AuditError>> CheckAsync(AuditCheckpoint checkpoint, HeadProof proof, ICheckpointSigner signer, CancellationToken cancellation)
    {
        var faults = new List<AuditError>();
        if (!string.Equals(AuditHash.Of(checkpoint.Canonical()), checkpoint.Hash, StringComparison.Ordinal))
            faults.Add(new AuditError(AuditErrorKind.Checkpoint, null, checkpoint.Number, "its content does not have the hash it claims."));
        if (!await signer.VerifyVersionAsync(checkpoint.KeyId, checkpoint.KeyVersion, checkpoint.Canonical(), checkpoint.Signature, cancellation))
            faults.Add(new AuditError(AuditErrorKind.Checkpoint, null, checkpoint.Number, "its signature is not that of the public key."));
        if (!proof.Gives(checkpoint.Root, checkpoint.Chains))
            faults.Add(new AuditError(AuditErrorKind.Checkpoint, null, checkpoint.Number, "the proof does not give its root."));
        return faults;
    }

    private static (AuditChainText? Chain, string? Fault) ChainOf(List<string> lines, int at)
    {
        if (!AuditFileSource.TryReadChain(At(lines, at), out var caseId, out var claimed))
            return (null, "it has no chain where one belongs.");
        var end = lines.Count > at + 1 && lines[^1].StartsWith("""{"head":""", StringComparison.Ordinal) ? lines.Count - 1 : lines.Count;
        var chain = new AuditChainText(caseId, lines[(at + 1)..end], end < lines.Count ? AuditFileSource.HeadOf(lines[^1]) : null);
        return lines[0] != CaseExport.FirstLine(caseId) ? (null, "its first line is about another case.")
            : AuditExport.ChainLine(chain) != claimed ? (null, "the chain does not have the entries and the head that its line announces.")
            : (chain, null);
    }

    private static string At(List<string> lines, int at) => at < lines.Count ? lines[at] : "";
}
