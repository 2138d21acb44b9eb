using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Webhooks;

/// <summary>Reads a request's body as it came, up to a limit that is held while reading: a length header is not believed.</summary>
internal static class RawBody
{
    /// <summary>Largest accepted body. A ticket system may repeat a whole issue with all its comments in each event; chosen above any issue that was seen (some hundred long comments), far below harm. Only ids are read from it.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>The body, or null when it is larger than <see cref="MaxBytes"/>.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MaxBytes)
            return null;
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            if (read.Buffer.Length > MaxBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = System.Buffers.BuffersExtensions.ToArray(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
