using System.Globalization;
using System.Net.Sockets;
using System.Text;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Web.Tests.Webhooks;

/// <summary>What the headers alone show is answered before a body is read: these requests announce one and never send it.</summary>
public sealed class UnreadBodyTests
{
    private const string Digest = "a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9";

    [Theory]
    [InlineData("jira", 100, "", 401)]
    [InlineData("jira", 100, "X-Hub-Signature: sha256=", 401)]
    [InlineData("jira", 100, "X-Hub-Signature: sha1=" + Digest, 401)]
    [InlineData("jira", 100, "X-Hub-Signature: sha256=" + Digest + "\r\nX-Hub-Signature: sha256=" + Digest, 401)]
    [InlineData("jira", 100, "X-Automation-Secret: not the secret", 401)]
    [InlineData("jira", 9_000_000, "X-Hub-Signature: sha256=" + Digest, 413)]
    [InlineData("servicenow", 100, "", 401)]
    [InlineData("servicenow", 100, "X-SNC-Timestamp: 1791792842", 401)]
    [InlineData("servicenow", 100, "X-SNC-Timestamp: soon\r\nX-SNC-Signature: sha256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", 401)]
    [InlineData("servicenow", 9_000_000, "", 413)]
    [InlineData("nobody", 100, "", 404)]
    public async Task Request_ThatItsHeadersRefuse_IsAnsweredWithoutItsBody(string system, int length, string header, int status)
    {
        await using var host = await WebhookHost.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port);
        await using var stream = socket.GetStream();
        var lines = header.Length == 0 ? "" : $"{header}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/webhooks/{system} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n{lines}\r\n"));

        using var reader = new StreamReader(stream);
        var answer = await reader.ReadLineAsync();

        int.Parse(answer!.Split(' ')[1], CultureInfo.InvariantCulture).ShouldBe(status, answer);
        host.Store.CountOf(Tables.Inbox).ShouldBe(0);
    }
}
