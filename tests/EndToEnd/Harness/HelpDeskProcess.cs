using System.Collections.Concurrent;
using System.Diagnostics;
using HelpDesk.Local.Composition;

namespace HelpDesk.EndToEnd.Tests.Harness;

/// <summary>The program itself, as a process of its own that a test may kill the hard way.</summary>
public sealed class HelpDeskProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private HelpDeskProcess(Process process) => _process = process;

    /// <summary>Everything it said, on both streams.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it with a command line.</summary>
    public static HelpDeskProcess Start(HelpDeskPlace place, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = place.Data,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(LocalHost).Assembly.Location);
        foreach (var argument in arguments.Concat(place.Settings.SelectMany(static setting => new[] { "--set", setting })))
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var started = new HelpDeskProcess(process);
        process.OutputDataReceived += (_, line) => started.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => started.Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Starts everything and waits until it says that it runs.</summary>
    public static async Task<HelpDeskProcess> RunAsync(HelpDeskPlace place)
    {
        var process = Start(place, "run");
        (await process.UntilSaidAsync("Ctrl-C stops it")).ShouldContain("Ctrl-C stops it", Case.Sensitive, "It ended by itself.");
        return process;
    }

    /// <summary>Waits until it said something.</summary>
    public Task<string> UntilSaidAsync(string text) => Eventually.Get(
        () => Task.FromResult<string?>(Output), output => output.Contains(text, StringComparison.Ordinal) || _process.HasExited, $"'{text}' in the output");

    /// <summary>Waits until it ended.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> UntilEndedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Ends it at once, as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as Ctrl-C does.</summary>
    public async Task<int> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        return await UntilEndedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is not null)
            _lines.Enqueue(line);
    }
}
