using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace HelpDesk.Adapters.Graph.Batches;

/// <summary>Gives each caller its own answer out of that of a batch, each in a fresh message, as if it had travelled alone.</summary>
internal static class BatchReply
{
    /// <summary>Answers all of them. What the batch's answer lacks, holds twice or cannot be read fails: it may have been done or not.</summary>
    public static async Task SplitAsync(IReadOnlyList<BatchItem> items, HttpResponseMessage batch, CancellationToken cancellation)
    {
        var body = await batch.Content.ReadAsByteArrayAsync(cancellation);
        if (batch.StatusCode != HttpStatusCode.OK)
        {
            // The batch as a whole was refused: so was each of it.
            foreach (var item in items)
                item.Answered(Copy(item, batch, body));
            return;
        }

        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("responses", out var responses) || responses.ValueKind != JsonValueKind.Array)
            throw new JsonException("The answer of the batch holds no list of responses.");

        var answers = responses.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object).ToLookup(IdOf, StringComparer.Ordinal);
        for (var place = 0; place < items.Count; place++)
        {
            var own = answers[(place + 1).ToString(CultureInfo.InvariantCulture)].ToList();
            if (own is [var answer] && Status(answer) is { } status)
                items[place].Answered(Answer(items[place], answer, status, batch));
            else
                items[place].Failed(new JsonException(own.Count > 1 ? "The batch answers the request twice." : "The batch does not answer the request."));
        }
    }

    private static string IdOf(JsonElement answer) =>
        answer.TryGetProperty("id", out var id) ? id.ValueKind == JsonValueKind.String ? id.GetString()! : id.GetRawText() : "";

    private static HttpStatusCode? Status(JsonElement answer) =>
        answer.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.Number && status.TryGetInt32(out var code) && code is >= 200 and <= 599 ? (HttpStatusCode)code : null;

    private static HttpResponseMessage Answer(BatchItem item, JsonElement answer, HttpStatusCode status, HttpResponseMessage batch)
    {
        var message = new HttpResponseMessage(status) { RequestMessage = item.Request, Content = Content(answer) };
        if (answer.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Object)
        {
            foreach (var header in headers.EnumerateObject().Where(header => header.Value.ValueKind == JsonValueKind.String))
            {
                if (!message.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString()) && !header.NameEquals("Content-Length"))
                    message.Content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
            }
        }

        // Graph gives the batch an id; one of a request in it is not promised.
        if (!message.Headers.Contains("request-id") && batch.Headers.TryGetValues("request-id", out var ids))
            message.Headers.TryAddWithoutValidation("request-id", ids);
        return message;
    }

    private static ByteArrayContent Content(JsonElement answer)
    {
        if (!answer.TryGetProperty("body", out var body) || body.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return new ByteArrayContent([]);
        // What is no JSON comes as text.
        var isText = body.ValueKind == JsonValueKind.String;
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(isText ? body.GetString()! : body.GetRawText()));
        if (!isText)
            content.Headers.ContentType = new("application/json");
        return content;
    }

    private static HttpResponseMessage Copy(BatchItem item, HttpResponseMessage batch, byte[] body)
    {
        var copy = new HttpResponseMessage(batch.StatusCode) { RequestMessage = item.Request, Content = new ByteArrayContent(body) };
        foreach (var header in batch.Headers)
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        if (batch.Content.Headers.ContentType is { } type)
            copy.Content.Headers.ContentType = type;
        return copy;
    }
}
