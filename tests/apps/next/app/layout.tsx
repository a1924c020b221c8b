export const metadata = { title: "Elm Street Clinic", icons: { icon: "data:," } };

export default function RootLayout({ children }: Readonly<{ children: React.ReactNode }>) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
