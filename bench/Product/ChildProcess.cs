using System.Collections.Concurrent;
using System.Diagnostics;

namespace HelpDesk.Bench.Product;

/// <summary>One of our programs as a process of its own; it is asked to stop, as Ctrl-C does, when it is disposed of.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // Of one core, over one look: timers and pages that look again cost less.
    private const double Idle = 0.1;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private ChildProcess(Process process, long startedAt) => (_process, StartedAt) = (process, startedAt);

    /// <summary>Moment just before the start, as of <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public long StartedAt { get; }

    /// <summary>Everything it said, on both streams.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Memory of the process that lies in RAM (the working set), in MB of 10^6 bytes.</summary>
    public double WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    private TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts an assembly that has a <c>Main</c>.</summary>
    public static ChildProcess Start(string assembly, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var since = Stopwatch.GetTimestamp();
        var child = new ChildProcess(Process.Start(start)!, since);
        child._process.OutputDataReceived += (_, line) => child.Hear(line.Data);
        child._process.ErrorDataReceived += (_, line) => child.Hear(line.Data);
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until an address answers with success.</summary>
    /// <returns>The time since the start.</returns>
    public async Task<TimeSpan> UntilAnswersAsync(Uri address, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        while (!_process.HasExited && Stopwatch.GetElapsedTime(StartedAt) < Patience)
        {
            try
            {
                using var response = await http.GetAsync(address, cancellation);
                if (response.IsSuccessStatusCode)
                    return Stopwatch.GetElapsedTime(StartedAt);
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(5, cancellation);
        }

        throw new InvalidOperationException($"{address} never answered well.\n{Output}");
    }

    /// <summary>Waits until it has done what it had to do: for three seconds it took less than a tenth of a core.</summary>
    /// <exception cref="InvalidOperationException">It was still busy after ten minutes.</exception>
    public async Task UntilIdleAsync(CancellationToken cancellation)
    {
        for (var look = 0; look < 200; look++)
        {
            var (before, since) = (ProcessorTime, Stopwatch.GetTimestamp());
            await Task.Delay(Look, cancellation);
            if ((ProcessorTime - before) / Stopwatch.GetElapsedTime(since) < Idle)
                return;
        }

        throw new InvalidOperationException($"It was busy for ten minutes.\n{Output}");
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> UntilEndedAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // Not INT: a shell starts what runs in the background with that one ignored, and children inherit it.
            using (var terminate = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
                await terminate.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is not null)
            _lines.Enqueue(line);
    }
}
