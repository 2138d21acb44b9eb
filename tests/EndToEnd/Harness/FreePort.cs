using System.Net;
using System.Net.Sockets;

namespace HelpDesk.EndToEnd.Tests.Harness;

/// <summary>Addresses on this machine that nobody listens on.</summary>
public static class FreePort
{
    // Below the ports that systems give to connections by themselves (Linux from 32768, others from 49152): while a killed process is started
    // again, its port must not become that of somebody else's connection.
    private const int First = 20_000;
    private const int End = 32_000;

    public static string Url()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            if (IsFree(port))
                return $"http://127.0.0.1:{port}";
        }
    }

    private static bool IsFree(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
