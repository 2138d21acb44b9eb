using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HelpDesk.Adapters.Tests.Records;

/// <summary>One service of Azurite as a process of this test run: on a free loopback port, in memory, ended by its own process id.</summary>
/// <param name="service"><c>table</c> or <c>blob</c>.</param>
internal sealed class AzuriteProcess(string service) : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // The emulator's published account key: every Azurite has it, it opens nothing else.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private Process? _process;

    public string ConnectionString { get; private set; } = "";

    public async Task StartAsync()
    {
        var program = Path.Combine(Repository(), ".tools", "node_modules", "azurite", "dist", "src", service, "main.js");
        if (!File.Exists(program))
            throw new InvalidOperationException($"Azurite is not installed ({program} is missing). Run: bash scripts/test");
        for (var attempt = 0; ; attempt++)
        {
            var port = FreePort();
            if (await TryStartAsync(program, port))
            {
                ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};{char.ToUpperInvariant(service[0])}{service[1..]}Endpoint=http://127.0.0.1:{port}/{Account};";
                break;
            }

            // Another process may have taken the port between our looking and Azurite's.
            if (attempt == 3)
                throw new InvalidOperationException("Azurite ended at once, four times. Start it by hand to see why: node " + program);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HelpDesk.Local.slnf")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository: HelpDesk.Local.slnf was not found above them.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> TryStartAsync(string program, int port)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { program, $"--{service}Host", "127.0.0.1", $"--{service}Port", $"{port}", "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--silent" })
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        using var deadline = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
        {
            if (!line.Contains("successfully", StringComparison.Ordinal))
                continue;
            // Nobody reads its output from here on: it must not fill a pipe.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            _process = process;
            return true;
        }

        process.Dispose();
        return false;
    }
}
