using System.Net.Http.Headers;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters;

/// <summary>
/// Sends one request of an adapter and turns what the network does into <see cref="VendorException"/>. Never sends twice: a POST
/// that timed out may have been done, so it is the caller who looks before it writes again.
/// </summary>
internal static class VendorCall
{
    /// <summary>The most an answer may hold, in bytes. Chosen because 100 long comments fit and a hostile answer does not hurt.</summary>
    public const int MaxAnswer = 8 * 1024 * 1024;

    /// <summary>Sends, and reads the whole answer.</summary>
    /// <param name="client">With its own time-out.</param>
    /// <param name="request">The request.</param>
    /// <param name="system">For <see cref="VendorException.System"/>.</param>
    /// <param name="settings">Section of the settings, named in messages.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="VendorException"><c>timeout</c> or <c>unreachable</c>, both retryable, without the address.</exception>
    public static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, HttpRequestMessage request, string system, string settings, CancellationToken cancellation)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new VendorException(system, "timeout", $"{system} did not answer within {client.Timeout.TotalSeconds:0.#} s ({settings}:Timeout).", isRetryable: true);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new VendorException(system, "too-large", $"{system} answered with more than {MaxAnswer} bytes.", isRetryable: false);
        }
        catch (HttpRequestException fault)
        {
            // The fault's own text holds host and path; the address of a Teams workflow is a secret.
            throw new VendorException(system, "unreachable", $"{system} cannot be reached ({fault.HttpRequestError}): check the address in the {settings} settings, name resolution and the firewall.", isRetryable: true);
        }
    }

    /// <summary>How long the vendor asked to wait: <c>Retry-After</c> in seconds or as a date; null when it did not.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return asked is { } wait && wait < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }

    /// <summary>True when the same call may succeed later.</summary>
    public static bool IsRetryable(int status) => status is 408 or 425 or 429 or >= 500;

    /// <summary>True when a write that ended so may have been done: no answer came, or one from something in between.</summary>
    public static bool IsInDoubt(VendorException fault) =>
        fault.Code is "timeout" or "unreachable" or "bad-answer" or "too-large" or TicketErrors.ErrorInAnswer || (fault.Code.Length == 3 && fault.Code[0] == '5');

    /// <summary>A JSON body, without a character set parameter that some systems refuse.</summary>
    public static ByteArrayContent Json(ReadOnlySpan<byte> utf8) =>
        new(utf8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
