using System.Globalization;
using Azure;
using Azure.Identity;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.TableStorage;

/// <summary>Says in plain words why Table Storage did not answer as wanted, and what to do.</summary>
internal static class TableError
{
    /// <summary>The error to throw; null when the exception is not one of Table Storage's.</summary>
    public static VendorException? From(Exception cause, Uri account, CancellationToken cancellation) => cause switch
    {
        RequestFailedException failed => Explain(failed, account),
        AuthenticationFailedException => New(
            "authentication", account, "cannot be signed in to. Check the app's identity (managed identity, or az login on a developer's machine)", retryable: false, cause),
        FormatException => New("foreign-record", account, $"holds something else: {cause.Message}", retryable: false, cause),
        AggregateException { InnerExceptions: [.., var last] } => From(last, account, cancellation),
        OperationCanceledException when !cancellation.IsCancellationRequested => New(
            "timeout", account, "did not answer in time (TableStorage:AttemptTimeout)", retryable: true, cause),
        IOException => New("unreachable", account, "broke the connection", retryable: true, cause),
        _ => null,
    };

    private static VendorException Explain(RequestFailedException failed, Uri account)
    {
        var response = failed.GetRawResponse();
        var (code, what, retryable) = failed.Status switch
        {
            0 => ("unreachable", "cannot be reached. Check TableStorage:ServiceUri, the network and the account's firewall", true),
            401 or 403 => (Code(failed), "refused the app's identity. Give it read, add and update on its tables (Storage Table Data Contributor; read and add are enough on the audit tables)", false),
            404 => (Code(failed), "lacks a table. Create it, or set TableStorage:CreateTables once", false),
            408 or 429 or >= 500 => (Code(failed), "is busy or failing", true),
            _ => (Code(failed), "did not accept the request", false),
        };
        return New(code, account, string.Create(CultureInfo.InvariantCulture, $"{what} ({failed.Status} {failed.ErrorCode})"), retryable, failed, RetryAfter(response), response?.Headers.RequestId);
    }

    private static string Code(RequestFailedException failed) =>
        string.IsNullOrEmpty(failed.ErrorCode) ? failed.Status.ToString(CultureInfo.InvariantCulture) : failed.ErrorCode;

    private static TimeSpan? RetryAfter(Response? response) =>
        response is not null && response.Headers.TryGetValue("Retry-After", out var text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static VendorException New(
        string code, Uri account, string what, bool retryable, Exception cause, TimeSpan? retryAfter = null, string? requestId = null) =>
        new("store", code, $"The record store {account.Host} {what}.", retryable, retryAfter, cause) { RequestId = requestId };
}
