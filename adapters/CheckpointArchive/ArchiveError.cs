using System.Globalization;
using Azure;
using Azure.Identity;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.CheckpointArchive;

/// <summary>Says in plain words why the archive did not answer as wanted, and what to do.</summary>
internal static class ArchiveError
{
    private const string System = "checkpoint-archive";

    /// <summary>The error to throw; null when the exception is not one of the archive's.</summary>
    public static VendorException? From(Exception cause, Uri container, CancellationToken cancellation) => cause switch
    {
        RequestFailedException failed => Explain(failed, container),
        AuthenticationFailedException => New("authentication", container, "cannot be signed in to. Check the app's identity (AZURE_CLIENT_ID names a user-assigned one)", retryable: true, cause),
        AggregateException { InnerExceptions: [.., var last] } => From(last, container, cancellation),
        OperationCanceledException when !cancellation.IsCancellationRequested => New("timeout", container, "did not answer in time (CheckpointArchive:Timeout)", retryable: true, cause),
        IOException => New("unreachable", container, "broke the connection", retryable: true, cause),
        _ => null,
    };

    private static VendorException Explain(RequestFailedException failed, Uri container)
    {
        var (what, retryable) = failed.Status switch
        {
            0 => ("cannot be reached. Check CheckpointArchive:ContainerUri, the network and the account's firewall", true),
            401 or 403 => ("refused the app's identity. Give it the role that may add and read blobs on this container", false),
            404 => ("is not there. Create the container, or correct CheckpointArchive:ContainerUri", false),
            408 or 429 or >= 500 => ("is busy or failing", true),
            _ => ("did not accept the copy", false),
        };
        var code = CodeOf(failed);
        return New(code, container, $"{what} ({code})", retryable, failed);
    }

    private static string CodeOf(RequestFailedException failed) =>
        failed.Status == 0 ? "unreachable"
        : !string.IsNullOrEmpty(failed.ErrorCode) ? failed.ErrorCode
        : failed.GetRawResponse() is { } response && response.Headers.TryGetValue("x-ms-error-code", out var code) ? code
        : failed.Status.ToString(CultureInfo.InvariantCulture);

    private static VendorException New(string code, Uri container, string what, bool retryable, Exception cause) =>
        new(System, code, $"The checkpoint archive {container.Host}{container.AbsolutePath} {what}.", retryable, inner: cause)
        {
            RequestId = (cause as RequestFailedException)?.GetRawResponse()?.Headers.RequestId,
        };
}
