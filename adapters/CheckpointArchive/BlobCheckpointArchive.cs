using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Adapters.CheckpointArchive;

/// <summary>
/// Copies of checkpoints as blobs, each added under a name that must be new. The identity needs to add and read blobs, no more; the
/// container's immutability policy keeps them from everybody else.
/// </summary>
public sealed class BlobCheckpointArchive(BlobContainerClient container) : ICheckpointArchive
{
    private const string ContentType = "application/jsonl";

    /// <inheritdoc />
    public string Name => container.Uri.AbsoluteUri;

    /// <inheritdoc />
    public async Task<bool> AddAsync(long number, string copy, CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(CheckpointCopy.NameOf(number));
        var bytes = new BinaryData(Encoding.UTF8.GetBytes(copy));
        try
        {
            // Ours also when it is there already: the answer to an earlier try may have been lost.
            return await IsAddedAsync(blob, bytes, cancellation) || await HoldsAsync(blob, bytes, cancellation);
        }
        catch (Exception cause) when (ArchiveError.From(cause, container.Uri, cancellation) is not null)
        {
            throw ArchiveError.From(cause, container.Uri, cancellation)!;
        }
    }

    private static async Task<bool> IsAddedAsync(BlobClient blob, BinaryData bytes, CancellationToken cancellation)
    {
        try
        {
            await blob.UploadAsync(
                bytes,
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All }, HttpHeaders = new BlobHttpHeaders { ContentType = ContentType } },
                cancellation);
            return true;
        }
        catch (RequestFailedException taken) when (IsTaken(taken))
        {
            return false;
        }
    }

    private static async Task<bool> HoldsAsync(BlobClient blob, BinaryData bytes, CancellationToken cancellation)
    {
        var found = await blob.DownloadContentAsync(cancellation);
        return found.Value.Content.ToMemory().Span.SequenceEqual(bytes.ToMemory().Span);
    }

    private static bool IsTaken(RequestFailedException fault) =>
        fault.ErrorCode == BlobErrorCode.BlobAlreadyExists || fault.ErrorCode == BlobErrorCode.ConditionNotMet || fault.ErrorCode == "BlobImmutableDueToPolicy";
}
